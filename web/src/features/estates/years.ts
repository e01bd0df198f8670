/** Years of construction the platform takes (EstateLimits): beyond them it is a slip of the hand. */
export const YEARS = { from: 1900, to: 2035 } as const
