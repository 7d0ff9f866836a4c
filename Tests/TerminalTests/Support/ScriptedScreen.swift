@testable import Terminal

/// A screen without a terminal: keys of a script, each given once its frame was shown.
final class ScriptedScreen: Screen {
  let size: ScreenSize
  private var keys: [Key]
  private(set) var frames: [Frame] = []
  private(set) var isClosed = false
  private let whenPressed: () -> Void

  init(_ keys: [Key], size: ScreenSize, whenPressed: @escaping () -> Void = {}) {
    self.keys = keys
    self.size = size
    self.whenPressed = whenPressed
  }

  func show(_ frame: Frame) {
    frames.append(frame)
  }

  func nextKey() -> Key {
    whenPressed()
    return keys.isEmpty ? .endOfInput : keys.removeFirst()
  }

  func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    try body()
  }

  func close() {
    isClosed = true
  }
}

extension Frame {
  /// The frame as text: its rows between bars, then the cursor, then what is not plain.
  func drawn(in size: ScreenSize) -> String {
    var lines: [String] = []
    for index in 0..<size.rows {
      let row = rows.indices.contains(index) ? rows[index] : []
      let gap = String(repeating: " ", count: max(0, size.columns - row.width))
      lines.append("|\(row.map(\.text).joined())\(gap)|")
    }
    lines.append(cursor.map { "cursor \($0.row):\($0.column)" } ?? "no cursor")
    for (index, row) in rows.enumerated() {
      let roles = row.filter { $0.role != .plain && !$0.text.isEmpty }.map { "\($0.role) '\($0.text)'" }
      if !roles.isEmpty { lines.append("\(index): \(roles.joined(separator: ", "))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
