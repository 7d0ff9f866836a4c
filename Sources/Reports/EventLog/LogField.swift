import Language

/// A column of the table `log`: its name, what it means, and where its cell stands in a row.
struct LogField: Sendable {
  /// Where a cell stands, by what it holds.
  enum Place: Sendable {
    case text(any ReferenceWritableKeyPath<LogRow, String?> & Sendable)
    case word(any ReferenceWritableKeyPath<LogRow, String?> & Sendable)
    case integer(any ReferenceWritableKeyPath<LogRow, Int64?> & Sendable)
    case flag(any ReferenceWritableKeyPath<LogRow, Bool?> & Sendable)
  }

  let name: String
  let place: Place
  let meaning: Bilingual

  init(_ name: String, _ place: Place, zh chinese: String, en english: String) {
    self.name = name
    self.place = place
    meaning = Bilingual(zh: chinese, en: english)
  }

  /// The column that writes the field.
  var column: Column<LogRow> {
    switch place {
    case .text(let path): .text(name, meaning) { $0[keyPath: path] }
    case .word(let path): .word(name, meaning) { $0[keyPath: path] }
    case .integer(let path): .integer(name, meaning) { $0[keyPath: path] }
    case .flag(let path): .flag(name, meaning) { $0[keyPath: path] }
    }
  }

  /// Puts a cell, as it stands in the file, into a row.
  ///
  /// - Returns: whether the cell holds what it should.
  func read(_ cell: String, into row: LogRow) -> Bool {
    switch place {
    case .text(let path): row[keyPath: path] = FormulaGuard.unguarded(cell)
    case .word(let path): row[keyPath: path] = cell
    case .integer(let path):
      guard let value = Int64(cell) else { return false }
      row[keyPath: path] = value
    case .flag(let path):
      guard cell == "0" || cell == "1" else { return false }
      row[keyPath: path] = cell == "1"
    }
    return true
  }

  /// Whether the row has a text here that is there but empty.
  func isEmptyText(in row: LogRow) -> Bool {
    guard case .text(let path) = place else { return false }
    return row[keyPath: path]?.isEmpty ?? false
  }
}

extension LogField {
  /// All fields in the order of the table.
  static let all = happening + reviewing + changing + cardText + deckPlace + [checksum]

  private static let happening = [
    LogField(
      "entry",
      .word(\.entry),
      zh: "这一行是什么：review、undo、suspend、resume、bury、unbury、flag、unflag、forget、reschedule、revision、setting 是事件；"
        + "deck、deck_card、folder、left_out 是记住的卡片集",
      en: "what the row is: an event (review, undo, suspend, resume, bury, unbury, flag, unflag, forget, "
        + "reschedule, revision, setting) or a remembered deck (deck, deck_card, folder, left_out)"
    ),
    LogField("device", .word(\.device), zh: "记录它的设备", en: "the device that recorded it"),
    LogField("seq", .integer(\.sequence), zh: "该设备上的第几条", en: "its number on that device"),
    LogField("card_id", .word(\.card), zh: "卡片的编号", en: "the card's id"),
    LogField(
      "time",
      .integer(\.time),
      zh: "时刻：1970-01-01T00:00:00Z 以来的毫秒数；卡片集：读入的时刻",
      en: "when: milliseconds since 1970-01-01T00:00:00Z; of a deck, when it was taken up"
    ),
    LogField("utc_offset_minutes", .integer(\.offset), zh: "当地时间比 UTC 早多少分钟", en: "minutes ahead of UTC"),
    LogField(
      "effective_time",
      .integer(\.effectiveTime),
      zh: "用来排序的时刻，只增不减",
      en: "the time that orders events; it never runs back"
    ),
  ]

  private static let reviewing = [
    LogField("rating", .integer(\.rating), zh: "评分 1 到 4", en: "the rating, 1 to 4"),
    LogField("duration", .integer(\.duration), zh: "毫秒数", en: "milliseconds taken"),
    LogField("answer", .text(\.answer), zh: "输入的答案", en: "what was typed"),
    LogField("correct", .flag(\.isCorrect), zh: "是否正确", en: "whether it was right"),
    LogField("interval_days", .integer(\.intervalDays), zh: "给出的间隔（天）", en: "the interval given, in days"),
    LogField(
      "interval_ms",
      .integer(\.intervalMilliseconds),
      zh: "给出的间隔（毫秒）",
      en: "the interval given, in milliseconds"
    ),
    LogField("scheduler", .word(\.scheduler), zh: "调度算法", en: "the scheduler that gave it"),
    LogField(
      "weights_version",
      .integer(\.weightsVersion),
      zh: "此前参数改过几次",
      en: "how often the weights had changed before"
    ),
    LogField(
      "card_revision",
      .word(\.revision),
      zh: "所问文本的指纹",
      en: "the fingerprint of the text that was asked"
    ),
  ]

  private static let changing = [
    LogField("undone_device", .word(\.undoneDevice), zh: "撤销了哪台设备的", en: "the device of what it undoes"),
    LogField("undone_seq", .integer(\.undoneSequence), zh: "撤销了第几条", en: "the number of what it undoes"),
    LogField(
      "study_day",
      .integer(\.studyDay),
      zh: "改到哪个学习日（1970-01-01 起的天数）",
      en: "the study day it was put off to, in days since 1970-01-01"
    ),
    LogField("setting", .word(\.setting), zh: "设置的名称", en: "the setting's name"),
    LogField("value", .text(\.value), zh: "设置的新值；空为缺省值", en: "its new value; none puts the default back"),
    LogField("deck", .text(\.deck), zh: "卡片集的名称", en: "the deck's name"),
    LogField(
      "starts_anew",
      .flag(\.startsAnew),
      zh: "答案变了，重新学起",
      en: "whether the answer changed, so that the learner starts anew"
    ),
  ]

  private static let cardText = [
    LogField("kind", .word(\.kind), zh: "卡片的种类", en: "the card's kind"),
    LogField("accept", .word(\.accept), zh: "答出一项还是全部", en: "whether any or all answers are needed"),
    LogField("section", .text(\.section), zh: "标题，一行一个", en: "its headings, one a line"),
    LogField("context", .text(\.context), zh: "题目之上的说明", en: "what stands above the question"),
    LogField("question", .text(\.question), zh: "题目", en: "the question"),
    LogField("answers", .text(\.answers), zh: "答案，一行一个", en: "its answers, one a line"),
    LogField("choices", .text(\.choices), zh: "选项，一行一个", en: "its choices, one a line"),
    LogField("truth", .flag(\.truth), zh: "判断题的对错", en: "whether its statement is true"),
    LogField("correction", .text(\.correction), zh: "改正后的话", en: "the corrected statement"),
    LogField("passage", .text(\.passage), zh: "原文", en: "the passage"),
    LogField("remark", .text(\.remark), zh: "附注", en: "the remark"),
    LogField("tags", .text(\.tags), zh: "标签，一行一个", en: "its tags, one a line"),
  ]

  private static let deckPlace = [
    LogField("path", .text(\.path), zh: "文件的路径", en: "the file's path"),
    LogField("fingerprint", .word(\.fingerprint), zh: "文件内容的指纹", en: "the fingerprint of the file's content"),
    LogField("turn", .integer(\.turn), zh: "读入的次序", en: "the turn in which it was taken up"),
    LogField("line", .integer(\.line), zh: "在文件的第几行", en: "the line in its file"),
    LogField("sibling_group", .text(\.siblingGroup), zh: "同组的卡片相同", en: "the same for all siblings"),
  ]

  private static let checksum = LogField(
    "checksum",
    .word(\.checksum),
    zh: "事件各项的校验和，改动过的行对不上",
    en: "a hash over all that the event says; a row that was changed does not fit it"
  )

  /// The name of the last column, which says which texts are there but empty.
  static let emptyName = "empty"

  /// The columns of the table.
  static var columns: [Column<LogRow>] {
    let meaning = Bilingual(
      zh: "有而为空的文字列的名称，以空格分开",
      en: "the names of the columns whose text is there but empty, with blanks between them"
    )
    return all.map(\.column) + [
      .word(emptyName, meaning) { row in
        let names = all.filter { $0.isEmptyText(in: row) }.map(\.name)
        return names.isEmpty ? nil : names.joined(separator: " ")
      }
    ]
  }
}
