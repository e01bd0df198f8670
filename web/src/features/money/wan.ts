/** Yuan as 万元 with one digit: 12,345,678 → 1,234.6. */
export const wan = (yuan: number | null | undefined): string => (yuan == null ? '–' : new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(yuan / 10_000))
/** Yuan to the fen, grouped. */
export const yuan = (amount: number | null | undefined): string => (amount == null ? '–' : new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 }).format(amount))
/** An index with two digits. */
export const index = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2))
/** How an index reads: below 0.9 is bad, below 0.97 at risk. A reading of ours, not a rule. */
export const tone = (value: number | null | undefined): '' | 'on' | 'risk' | 'late' => (value == null ? '' : value < 0.9 ? 'late' : value < 0.97 ? 'risk' : 'on')
