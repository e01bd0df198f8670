// The pictures of the classes; a class of the district's own gets three dots.
import type { Component } from 'vue'
import { CarFront, CircleParking, CloudRain, Droplets, HardHat, Lamp, Recycle, Trees, Volume2, Zap } from '@lucide/vue'

export const ICONS: Record<string, Component> = {
  parking: CircleParking, charging: Zap, pipes: Droplets, leak: CloudRain, noise: Volume2, works: HardHat, cleaning: Recycle, greening: Trees, roads: CarFront, lamp: Lamp,
}
