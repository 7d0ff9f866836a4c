/// How a CSV is dressed for its reader.
public struct CSVOptions: Sendable, Equatable {
  /// Whether a byte order mark comes first, by which spreadsheets know UTF-8.
  public var hasByteOrderMark: Bool

  /// Whether text is written as it is, without the guard against formulas.
  public var isRaw: Bool

  /// A plain CSV unless told otherwise.
  public init(hasByteOrderMark: Bool = false, isRaw: Bool = false) {
    self.hasByteOrderMark = hasByteOrderMark
    self.isRaw = isRaw
  }
}
