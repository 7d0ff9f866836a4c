import Language
public import Study

/// The table `log`: every event in the order of its replay, then the remembered decks.
public struct LogExport: Sendable {
  /// Whether a byte order mark comes first.
  ///
  /// Text is always guarded against formulas, as reading takes the guards away.
  public var hasByteOrderMark: Bool

  /// The table without a byte order mark, unless told otherwise.
  public init(hasByteOrderMark: Bool = false) {
    self.hasByteOrderMark = hasByteOrderMark
  }

  /// What a row is, and in which order the rows stand.
  static let meaning = Bilingual(
    zh: "学习者文件里的每个事件一行，按重放的次序；然后是记住的卡片集。导入到空的学习者文件，各种导出都与原来逐字节相同",
    en:
      "One row an event of a learner's file, in the order of their replay, then the remembered decks. Imported "
      + "into an empty learner file it gives back the same bytes in every export."
  )

  /// Its columns.
  static var columns: [ColumnDescription] { LogField.columns.map(ColumnDescription.init) }

  /// Writes the table.
  ///
  /// - Returns: the number of events.
  /// - Throws: what keeps the log from being read, or the sink from taking bytes.
  @discardableResult
  public func write(_ log: some EventLog, decks: DeckMemory, into sink: inout some ByteSink) throws -> Int {
    var writer = CSVWriter(LogField.columns, options: CSVOptions(hasByteOrderMark: hasByteOrderMark))
    var count = 0
    try log.forEachEvent { event in
      writer.write(LogRow(event))
      count += 1
      if writer.isFull { try writer.handOver(to: &sink) }
    }
    for deck in decks.decks {
      writer.write(LogRow(deck))
      for card in deck.cards {
        writer.write(LogRow(card))
        if writer.isFull { try writer.handOver(to: &sink) }
      }
    }
    for path in decks.folders { writer.write(LogRow(.folder, path: path)) }
    for path in decks.leftOut { writer.write(LogRow(.leftOut, path: path)) }
    try writer.handOver(to: &sink)
    return count
  }
}
