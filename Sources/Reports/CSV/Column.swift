public import Language

/// A column of a table: its name, what it holds, what that means, and how a row gives it.
public struct Column<Row>: Sendable {
  /// The name in the header; never translated, since programs read it.
  public let name: String

  /// What its cells hold.
  public let type: CellType

  /// What it says, in words for the data dictionary.
  public let meaning: Bilingual

  /// The row's cell.
  public let cell: @Sendable (Row) -> Cell

  private init(
    _ name: String,
    _ type: CellType,
    _ meaning: Bilingual,
    cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.name = name
    self.type = type
    self.meaning = meaning
    self.cell = cell
  }

  /// A column of free text.
  package static func text(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, .text, meaning) { .text(value($0)) }
  }

  /// A column of words of this program's making.
  package static func word(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, .word, meaning) { .word(value($0)) }
  }

  /// A column of dates or instants.
  package static func time(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name, .time, meaning) { .word(value($0)) }
  }

  /// A column of whole numbers.
  package static func integer(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> Int64?
  ) -> Self {
    Self(name, .integer, meaning) { .integer(value($0)) }
  }

  /// A column of numbers.
  package static func number(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(name, .number, meaning) { .number(value($0)) }
  }

  /// A column of yes or no.
  package static func flag(
    _ name: String,
    _ meaning: Bilingual,
    _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Self {
    Self(name, .flag, meaning) { .flag(value($0)) }
  }
}
