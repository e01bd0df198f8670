/** How a chart of so many rows lies on one sheet of A0: pixels at 96 to the inch, inside margins of 10 mm. */
export interface Sheet { columns: number; each: number; zoom: number; row: number }

const WIDE = (1189 - 20) / 25.4 * 96
const HIGH = (841 - 20) / 25.4 * 96
/** What stands above, beside and below the rows: title, figures, map and causes, league, KPI tree, how it was counted. */
const REST = 2000
/** A row still read at arm's length on paper. */
const LEAST = 15

/** The largest print at which everything lies on the sheet: fewer columns and larger letters first. */
export function sheetOf(rows: number): Sheet {
  for (let columns = 1; columns < 12; columns++) {
    const width = columns * 1000 + 480
    const zoom = Math.min(2.4, WIDE / width)
    const each = Math.max(1, Math.ceil(rows / columns))
    const row = Math.floor((HIGH / zoom - REST) / each) - 3
    if (row >= LEAST) return { columns, each, zoom: Math.round(zoom * 1000) / 1000, row: Math.min(32, row) }
  }
  return { columns: 12, each: Math.ceil(rows / 12), zoom: 0.36, row: LEAST }
}
