/// Why a text is not the CSV it should be; lines count from 1, as an editor shows them.
public enum CSVFailure: Error, Sendable, Equatable {
  /// The bytes of this line are not UTF-8.
  case notUTF8(line: Int)
  /// A quote stands inside a cell that did not begin with one.
  case quoteInside(line: Int)
  /// Something other than a comma or the line's end follows a closing quote.
  case textAfterQuote(line: Int)
  /// The quote opened on this line is never closed.
  case unclosedQuote(line: Int)
  /// A carriage return without a line feed stands outside quotes.
  case bareCarriageReturn(line: Int)
  /// A row has another number of cells than the header.
  case cellCount(line: Int, expected: Int, found: Int)
  /// A cell is longer, or a row has more cells, than any table of ours.
  case tooLarge(line: Int)
  /// There is no header.
  case noHeader
  /// The header names a column twice.
  case duplicateColumn(String)
  /// The header lacks a column that is needed.
  case missingColumn(String)
}
