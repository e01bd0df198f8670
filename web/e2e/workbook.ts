// A workbook written by hand, so that a journey needs no Excel library: stored zip entries, inline strings.

function crc(data: Buffer): number {
  let c = ~0
  for (const byte of data) {
    c ^= byte
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  }
  return ~c >>> 0
}

function zip(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const path = Buffer.from(name)
    const data = Buffer.from(text)
    const common = Buffer.alloc(26) // version, flags, method, time, date, crc, sizes, name length, extra length
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x21, 8)
    common.writeUInt32LE(crc(data), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(path.length, 22)
    bodies.push(Buffer.from('PK\x03\x04'), common, path, data)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    index.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, path)
    at += 30 + path.length + data.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(18)
  const count = Object.keys(files).length
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end])
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const column = (i: number) => String.fromCharCode(65 + i)

export type Cell = string | number | null

/** Sheets by name; the first row of each holds the headers. */
export function workbook(sheets: Record<string, Cell[][]>): Buffer {
  const names = Object.keys(sheets)
  const sheet = (rows: Cell[][]) => `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => (cell === null ? '' : typeof cell === 'number'
      ? `<c r="${column(c)}${r + 1}"><v>${cell}</v></c>`
      : `<c r="${column(c)}${r + 1}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`)).join('')}</row>`).join('')}</sheetData></worksheet>`
  return zip({
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    'xl/styles.xml': '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': '<?xml version="1.0" encoding="UTF-8"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="0" uniqueCount="0"/>',
    '_rels/.rels': '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rIdStrings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(names.map((n, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheet(sheets[n]!)])),
  })
}

/** Two estates of a street, one building each, two households each; `faulty` plants three faults. */
export function register(street: string, mark: string, faulty = false): Buffer {
  return workbook({
    小区: [
      ['小区编码', '小区名称', '街道', '建成起', '建成止', '建筑面积(㎡)', '屋面违建(处)', '底层违建(处)', '屋面面积(㎡)', '外墙面积(㎡)', '雨污管长度(m)', '道路面积(㎡)', '停车位(个)', '充电桩(个)', '绿化面积(㎡)'],
      [`${mark}-1`, `${mark}春晓里`, faulty ? '没有的街道' : street, 1986, 1990, 2754, 4, 6, 560, 1900, 180, 400, 12, 6, 260],
      [`${mark}-2`, `${mark}秋实里`, street, faulty ? '八六年' : 1988, 1991, 2754, 3, 7, 560, 1900, 180, 400, 12, 6, 260],
    ],
    楼栋: [
      ['小区编码', '楼号', '层数', '建成年份', '建筑面积(㎡)', '单元数', '屋顶'],
      [`${mark}-1`, '1', 6, 1986, 2754, 3, '平屋顶'],
      [`${mark}-2`, '1', faulty ? 600 : 6, 1988, 2754, 3, '平屋顶'],
    ],
    户: [
      ['小区编码', '楼号', '单元', '楼层', '房号', '专有面积(㎡)', '业主姓名', '联系电话'],
      [`${mark}-1`, '1', 1, 1, '101', 62.5, '张三', '13800000001'],
      [`${mark}-1`, '1', 1, 2, '201', 62.5, '李四', '13800000002'],
      [`${mark}-2`, '1', 1, 1, '101', 62.5, '王五', '13800000003'],
      [`${mark}-2`, '1', 1, 2, '201', 62.5, '赵六', '13800000004'],
    ],
  })
}
