/// One value of a table; nil is absent and leaves the cell empty.
public enum Cell: Sendable, Equatable {
  /// Text that people wrote, which a spreadsheet must not run.
  case text(String?)
  /// Text that this program made: an id, an instant, a name from a fixed list.
  ///
  /// It has no comma, quote or line end and never looks like a formula, so it is written as it is.
  case word(String?)
  /// A whole number.
  case integer(Int64?)
  /// A number; one that is not finite counts as absent.
  case number(Double?)
  /// Yes or no, written 1 or 0.
  case flag(Bool?)
}

/// What the cells of a column hold, as the data dictionary names it.
public enum CellType: String, Sendable, CaseIterable {
  /// Free text.
  case text
  /// Text of a fixed form or from a fixed list.
  case word
  /// A date, or an instant with its offset, as RFC 3339 writes it.
  case time
  /// A whole number.
  case integer
  /// A number in its shortest form that reads back as the same.
  case number
  /// 0 or 1.
  case flag
}
