// Every plain key of the product by the place it works in; a test holds this against the sources.
export interface PageKeys { place: string; keys: { key: string; says: string }[] }

export const KEYBOARD: PageKeys[] = [
  { place: 'help.everywhere', keys: [
    { key: '?', says: 'keys.help' }, { key: '/', says: 'act.search' },
    { key: 'Tab', says: 'help.moves.tab' }, { key: 'Enter', says: 'help.moves.enter' }, { key: 'Esc', says: 'help.moves.escape' },
    { key: '↑ ↓ ← →', says: 'help.moves.arrows' }, { key: 'Home End', says: 'help.moves.home' }, { key: 'PgUp PgDn', says: 'help.moves.page' },
  ] },
  { place: 'battle-chart.nav', keys: [
    { key: 'g', says: 'battle-chart.keys.walk' }, { key: 'p', says: 'battle-chart.keys.troubled' },
    { key: 's', says: 'battle-chart.keys.streets' }, { key: 'w', says: 'battle-chart.keys.wall' },
  ] },
  { place: 'timetable.nav', keys: [
    { key: 'g', says: 'timetable.keys.tree' }, { key: 't', says: 'timetable.keys.today' }, { key: '+', says: 'timetable.keys.in' }, { key: '-', says: 'timetable.keys.out' },
    { key: '1', says: 'timetable.keys.day' }, { key: '2', says: 'timetable.keys.week' }, { key: '3', says: 'timetable.keys.month' },
    { key: 'c', says: 'timetable.keys.chain' }, { key: 'b', says: 'timetable.keys.ghosts' }, { key: 'm', says: 'timetable.keys.must' },
    { key: 'd', says: 'draft.keys.open' }, { key: 'x', says: 'draft.keys.differences' }, { key: ']', says: 'draft.keys.later' }, { key: '[', says: 'draft.keys.earlier' },
    { key: 'r', says: 'timetable.keys.report' }, { key: 'Escape', says: 'timetable.keys.leave' },
  ] },
  { place: 'appeals.nav', keys: [
    { key: 'j', says: 'appeals.keyDown' }, { key: 'k', says: 'appeals.keyUp' }, { key: 'x', says: 'appeals.keys.pick' },
    { key: 'J', says: 'appeals.keys.pickDown' }, { key: 'K', says: 'appeals.keys.pickUp' }, { key: 'Escape', says: 'appeals.keys.drop' },
    { key: 'g', says: 'appeals.keys.view' },
  ] },
  { place: 'appeals.board.title', keys: [
    { key: 'j', says: 'appeals.board.keyNext' }, { key: 'k', says: 'appeals.board.keyPrev' }, { key: 'x', says: 'appeals.keys.pick' },
    { key: 'a', says: 'appeals.board.keyAccept' }, { key: 'd', says: 'appeals.board.keyDispatch' }, { key: 'o', says: 'appeals.board.keyOther' },
    { key: 'Escape', says: 'appeals.keys.drop' },
  ] },
  { place: 'calendar.nav', keys: [{ key: '[', says: 'calendar.previous' }, { key: ']', says: 'calendar.next' }] },
  { place: 'clock.title', keys: [{ key: '.', says: 'clock.keyNext' }, { key: 'p', says: 'clock.keyPlay' }] },
]
