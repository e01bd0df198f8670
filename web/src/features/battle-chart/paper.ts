/** How a chart of so many rows lies on one sheet of A0: pixels at 96 to the inch, inside margins of 10 mm; `causes` have room beside the rows. */
export interface Sheet { columns: number; each: number; zoom: number; row: number; causes: number }

const WIDE = (1189 - 20) / 25.4 * 96
const HIGH = (841 - 20) / 25.4 * 96
/** What stands above and below the rows: title, figures, the table's head, league and KPI tree side by side, how it was counted. */
const REST = 1000
/** The map above the causes, and a cause of four lines. */
const MAP = 400
const CAUSE = 96
/** The least height of a row's words; a lower one would grow, and the sheet with it. */
const LEAST = 22

/** The largest print at which everything lies on the sheet: fewer columns and larger letters first. */
export function sheetOf(rows: number): Sheet {
  for (let columns = 1; columns < 12; columns++) {
    const width = columns * 1000 + 480
    const zoom = Math.min(2.4, WIDE / width)
    const each = Math.max(1, Math.ceil(rows / columns))
    const row = Math.floor((HIGH / zoom - REST) / each) - 3
    if (row >= LEAST) return laid(columns, each, Math.floor(zoom * 1000) / 1000, Math.min(32, row))
  }
  return laid(12, Math.ceil(rows / 12), 0.36, LEAST)
}

function laid(columns: number, each: number, zoom: number, row: number): Sheet {
  return { columns, each, zoom, row, causes: Math.max(3, Math.floor((each * (row + 3) + 60 - MAP) / CAUSE)) }
}
