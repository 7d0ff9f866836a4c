import Language

/// How the room of a screen is shared out.
struct ScreenLayout: Sendable {
  /// The whole screen.
  let size: ScreenSize

  /// Columns for text, one of them kept for the mark of what is scrolled away.
  let width: Int

  /// Empty columns to the left.
  let margin: Int

  /// Lines longer than this are hard to read.
  private static let widest = 84

  /// The layout for a size.
  init(_ size: ScreenSize) {
    self.size = size
    let padding = size.columns >= 60 ? 2 : 0
    width = max(4, min(size.columns - 2 * padding, ScreenLayout.widest))
    margin = max(0, (size.columns - width) / 2)
  }

  /// Whether there are rows for where one stands and which keys there are.
  var hasHeader: Bool { size.rows >= 8 }

  /// Whether there are rows to part things with.
  var isRoomy: Bool { size.rows >= 14 }

  /// Whether there are rows and columns for labels beside what they name.
  var isWide: Bool { size.columns >= 60 }

  /// Columns for text that scrolls; the last one may show that there is more.
  var bodyWidth: Int { width - 1 }

  /// Rows for what is to be read when others are taken.
  func bodyHeight(header: Int, field: Int, footer: Int) -> Int {
    max(0, size.rows - header - field - footer)
  }
}

/// What is to be shown, before it is known how much of it there is room for.
struct ScreenContent: Sendable {
  /// Stays at the top.
  var header: [Row] = []

  /// What is to be read; it scrolls.
  var body: [Row] = []

  /// The row of the body that is shown first where not all fits.
  var anchor = 0

  /// Stays below the body: where the learner types.
  var field: [Row] = []

  /// The cursor's place within the field, or within the body where there is no field.
  var cursor: Place?

  /// Stays at the bottom.
  var footer: [Row] = []
}

extension ScreenLayout {
  /// Puts a content on the screen.
  func frame(of content: ScreenContent, scroll: Int?) -> Frame {
    let header = Array(content.header.prefix(max(0, size.rows - 2)))
    let footer = Array(content.footer.prefix(max(0, size.rows - 2 - header.count)))
    let field = Array(content.field.suffix(max(1, size.rows - header.count - footer.count - 1)))
    let height = bodyHeight(header: header.count, field: field.count, footer: footer.count)
    let furthest = max(0, content.body.count - height)
    let first = min(max(0, scroll ?? content.anchor), furthest)
    var body = Array(content.body.dropFirst(first).prefix(height))
    if first > 0 { body.mark("↑", at: 0, column: bodyWidth) }
    if first < furthest { body.mark("↓", at: body.count - 1, column: bodyWidth) }
    // The field follows what is to be read, as one writes on paper; the keys stay at the bottom.
    let gap = Array(repeating: Row(), count: max(0, height - body.count))
    let fieldTop = header.count + body.count
    let rows = header + body + field + gap + footer
    let fits = rows.prefix(size.rows).map { row in
      row.isEmpty ? [] : row.clipped(to: width).indented(by: margin)
    }
    let cursor = content.cursor.flatMap { place -> Place? in
      let row = field.isEmpty ? header.count + place.row - first : fieldTop + place.row
      guard (0..<size.rows).contains(row) else { return nil }
      return Place(column: min(place.column + margin, size.columns - 1), row: row)
    }
    return Frame(rows: Array(fits), cursor: cursor)
  }
}

extension [Row] {
  /// Puts a mark behind the text of a row.
  fileprivate mutating func mark(_ mark: String, at index: Int, column: Int) {
    guard indices.contains(index) else { return }
    let row = self[index].clipped(to: column)
    self[index] = row + [Run(String(repeating: " ", count: Swift.max(0, column - row.width)) + mark, .faint)]
  }
}
