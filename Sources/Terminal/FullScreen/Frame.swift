import Language

/// What a stretch of text on the screen means; what it looks like is decided where it is drawn.
enum Role: String, Sendable {
  case plain
  /// What may be overlooked: labels, hints, how far one has come.
  case faint
  /// What is asked and what is right.
  case strong
  /// Typed or chosen as it should be.
  case right
  /// Typed or chosen wrongly.
  case wrong
  /// The passage within its paragraph.
  case passage
  /// A key to press.
  case key
  /// What Enter takes.
  case selected
  /// What only shows again what words say beside it.
  case picture
}

/// A stretch of text of one role.
struct Run: Sendable, Equatable {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }
}

/// A row of the screen: runs from its first column on.
typealias Row = [Run]

extension Row {
  /// The columns it takes.
  var width: Int { reduce(0) { $0 + displayWidth(of: $1.text) } }

  /// The row cut where it would leave a width, an ellipsis standing for what is lost.
  func clipped(to width: Int) -> Row {
    guard self.width > width else { return self }
    var result: Row = []
    var room = width - 1
    for run in self {
      var kept = ""
      for character in run.text {
        let columns = displayWidth(of: String(character))
        guard columns <= room else {
          if width > 0 { kept.append("…") }
          return result + [Run(kept, run.role)]
        }
        kept.append(character)
        room -= columns
      }
      result.append(Run(kept, run.role))
    }
    return result
  }

  /// The row behind a margin.
  func indented(by columns: Int) -> Row {
    columns > 0 ? [Run(String(repeating: " ", count: columns))] + self : self
  }

  /// The row with another at the right end of a width, or alone where there is no room for both.
  func aligned(with end: Row, in width: Int) -> Row {
    let gap = width - self.width - end.width
    guard gap > 0 else { return clipped(to: width - end.width - 1).indentedEnd(end, in: width) }
    return self + [Run(String(repeating: " ", count: gap))] + end
  }

  private func indentedEnd(_ end: Row, in width: Int) -> Row {
    let gap = Swift.max(0, width - self.width - end.width)
    return (self + [Run(String(repeating: " ", count: gap))] + end).clipped(to: width)
  }
}

/// How many rows and columns a screen has.
struct ScreenSize: Sendable, Equatable {
  let columns: Int
  let rows: Int
}

/// A place on the screen, from 0.
struct Place: Sendable, Equatable {
  var column: Int
  var row: Int
}

/// All that a screen shows at one moment: no more rows and columns than it has.
struct Frame: Sendable, Equatable {
  /// From the top; those below them are empty.
  var rows: [Row]

  /// Where the cursor stands; nil hides it.
  var cursor: Place?
}
