// The pictures of the classes; a class of the district's own gets three dots.
import type { Component } from 'vue'
import { CircleParking, CloudRain, Droplets, HardHat, Volume2, Zap } from '@lucide/vue'

export const ICONS: Record<string, Component> = {
  PARKING: CircleParking, CHARGING: Zap, PIPES: Droplets, LEAK: CloudRain, NOISE: Volume2, WORKS_QUALITY: HardHat,
}
