/** The month a year's tables are shown of first: that of today where it lies in the year, otherwise the year's last. */
export const monthOf = (year: string, today: string): string => (today.startsWith(`${year}-`) ? today.slice(0, 7) : `${year}-12`)
