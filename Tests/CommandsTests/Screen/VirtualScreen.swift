/// A terminal's screen as a person sees it: what a program sends becomes rows of characters.
///
/// It knows what curses sends to an xterm, which is its model; what only changes looks it passes over.
struct VirtualScreen {
  /// The text in each cell; the right half of a wide character is empty.
  private(set) var cells: [[String]]
  private(set) var cursor = (row: 0, column: 0)
  private(set) var isCursorVisible = true
  /// Whether the screen is the second one, which programs take that give the first one back.
  private(set) var isAlternate = false
  /// Whether pasted text comes between marks.
  private(set) var isPasteMarked = false
  /// Whether a colour was ever asked for.
  private(set) var hasSeenColour = false
  /// The first screen with its cursor, while the second one is shown.
  private var first: (cells: [[String]], cursor: (row: Int, column: Int))?
  private var waiting: [UInt8] = []
  private var isWrapDue = false
  private var lastText = ""

  init(columns: Int, rows: Int) {
    cells = VirtualScreen.blank(columns, rows)
  }

  var columns: Int { cells[0].count }

  /// The rows without the blanks at their ends.
  var lines: [String] {
    cells.map { row in
      let text = row.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Takes another size; the upper left part of what was shown stays.
  mutating func resize(columns: Int, rows: Int) {
    var other = VirtualScreen.blank(columns, rows)
    for (row, cells) in cells.enumerated().prefix(rows) {
      for (column, text) in cells.enumerated().prefix(columns) { other[row][column] = text }
    }
    cells = other
    first = first.map { _ in (VirtualScreen.blank(columns, rows), (0, 0)) }
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
  }

  /// Takes up what a program sent; a sequence that is not complete waits for its rest.
  mutating func take(_ bytes: [UInt8]) {
    waiting += bytes
    while let length = lengthOfNext(waiting) {
      let part = Array(waiting.prefix(length))
      waiting.removeFirst(length)
      if part[0] == 0x1B { obey(part) } else if part[0] < 0x20 { control(part[0]) } else { put(part) }
    }
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }
}

/// The length of the first character or sequence; nil where it is not complete.
private func lengthOfNext(_ bytes: [UInt8]) -> Int? {
  guard let first = bytes.first else { return nil }
  switch first {
  case 0x1B:
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["): return bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"): return bytes.firstIndex { $0 == 0x07 }.map { $0 + 1 }
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2 ? 3 : nil
    default: return 2
    }
  case 0xC2...0xDF: return bytes.count > 1 ? 2 : nil
  case 0xE0...0xEF: return bytes.count > 2 ? 3 : nil
  case 0xF0...0xF4: return bytes.count > 3 ? 4 : nil
  default: return 1
  }
}

extension VirtualScreen {
  private mutating func put(_ bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { put(scalar) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = columnsTaken(by: scalar)
    guard width > 0 else {
      let column = isWrapDue ? cursor.column : cursor.column - 1
      guard column >= 0 else { return }
      let owner = cells[cursor.row][column].isEmpty ? column - 1 : column
      if owner >= 0 { cells[cursor.row][owner].unicodeScalars.append(scalar) }
      return
    }
    if isWrapDue || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    lastText = String(scalar)
    cells[cursor.row][cursor.column] = lastText
    if width == 2, cursor.column + 1 < columns { cells[cursor.row][cursor.column + 1] = "" }
    isWrapDue = cursor.column + width >= columns
    cursor.column = min(cursor.column + width, columns - 1)
  }

  private mutating func lineFeed() {
    isWrapDue = false
    if cursor.row + 1 < cells.count {
      cursor.row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: cursor.column = max(0, cursor.column - 1)
    case 0x09: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: cursor.column = 0
    default: break
    }
    isWrapDue = false
  }

  private mutating func obey(_ sequence: [UInt8]) {
    guard sequence[1] == UInt8(ascii: "["), let last = sequence.last else {
      if sequence[1] == UInt8(ascii: "M") { cursor.row = max(0, cursor.row - 1) }
      return
    }
    let parameters = String(decoding: sequence[2..<(sequence.count - 1)], as: UTF8.self)
    let letter = Character(Unicode.Scalar(last))
    guard !parameters.hasPrefix("?") else { return mode(parameters.dropFirst(), isOn: letter == "h") }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if letter != "m" { isWrapDue = false }
    switch letter {
    case "A": cursor.row = max(0, cursor.row - count)
    case "B": cursor.row = min(cells.count - 1, cursor.row + count)
    case "C": cursor.column = min(columns - 1, cursor.column + count)
    case "D": cursor.column = max(0, cursor.column - count)
    case "G": cursor.column = min(columns, count) - 1
    case "d": cursor.row = min(cells.count, count) - 1
    case "H":
      let column = max(1, numbers.count > 1 ? numbers[1] : 1)
      cursor = (min(cells.count, count) - 1, min(columns, column) - 1)
    case "m": hasSeenColour = hasSeenColour || numbers.contains { (30...38).contains($0) }
    case "b": for scalar in String(repeating: lastText, count: count).unicodeScalars { put(scalar) }
    default: edit(letter, count, numbers.first ?? 0)
    }
  }

  private mutating func edit(_ letter: Character, _ count: Int, _ number: Int) {
    let (row, column) = cursor
    switch letter {
    case "K": blank(row, number == 0 ? column..<columns : 0..<(number == 1 ? column + 1 : columns))
    case "J":
      if number == 0 { blank(row, column..<columns) }
      for other in cells.indices where number == 2 || other > row { blank(other, 0..<columns) }
    case "X": blank(row, column..<min(columns, column + count))
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: min(count, columns - column))
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(columns))
    case "L", "M":
      let size = cells.count
      for _ in 0..<count {
        if letter == "M" { cells.remove(at: row) }
        cells.insert(Array(repeating: " ", count: columns), at: letter == "M" ? size - 1 : row)
        cells = Array(cells.prefix(size))
      }
    default: break
    }
  }

  private mutating func blank(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = " " }
  }

  private mutating func mode(_ number: Substring, isOn: Bool) {
    switch number {
    case "25": isCursorVisible = isOn
    case "2004": isPasteMarked = isOn
    case "1049" where isOn != isAlternate:
      isAlternate = isOn
      if isOn {
        first = (cells, cursor)
        cells = VirtualScreen.blank(columns, cells.count)
      } else if let first {
        (cells, cursor) = first
      }
    default: break
    }
  }
}

private func columnsTaken(by scalar: Unicode.Scalar) -> Int {
  switch scalar.value {
  case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}
