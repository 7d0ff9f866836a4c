import Language

/// What a learner is told though nothing failed.
enum Notice {
  /// Cards without ids got them, and the deck file was written.
  case idsGiven(path: String, count: Int)
  /// What could be mended in a deck was, and the file was written.
  case deckMended(path: String, count: Int)
  /// A recompile retired the cards of an essay that was not named this time.
  case essayLeftOut(name: String, retired: Int, essays: [String], deck: String)
  /// A generator proposed cards.
  case generated(taken: Int, dropped: Int)
  /// A setting has a new value.
  case settingChanged(name: String, before: String, after: String)
  /// Some weights lay outside their range and were moved to its edge.
  case weightsClipped([Int])
  /// A log's rows are not in the order of time; the first line that is not, and how many are not.
  case logOutOfOrder(path: String, line: Int, count: Int)
  /// A log repeats reviews; the first line that does, and how many do.
  case logRepeats(path: String, line: Int, count: Int)

  /// The notice in words.
  var message: Bilingual {
    switch self {
    case .idsGiven(let path, let count):
      Bilingual(
        zh: "\(safe(path)): 给 \(count) 张卡片加上了编号（^…），请保留它们：学习进度靠编号记录",
        en: """
          \(safe(path)): gave \(count == 1 ? "one card its id" : "\(count) cards their ids") (^…); \
          keep them, progress hangs on them
          """
      )
    case .deckMended(let path, let count):
      Bilingual(
        zh: "\(safe(path)): 改好了 \(count) 处",
        en: "\(safe(path)): mended \(count == 1 ? "one place" : "\(count) places")"
      )
    case .essayLeftOut(let name, let retired, let essays, let deck):
      Bilingual(
        zh: """
          这次没有编 \(safe(name))，它的卡片（共停用 \(retired) 张）留着但不再提问；\
          要都保留：wengu compile \(safe(name)) \(safe(essays.joined(separator: " "))) -o \(safe(deck))
          """,
        en: """
          \(safe(name)) was not compiled this time, so its cards (\(retired) retired) stay but are not asked; to have both: \
          wengu compile \(safe(name)) \(safe(essays.joined(separator: " "))) -o \(safe(deck))
          """
      )
    case .generated(let taken, let dropped):
      Bilingual(
        zh: "外部程序的题：采用 \(taken) 张，舍弃 \(dropped) 张\(dropped > 0 ? "（--explain 说明原因）" : "")",
        en:
          "from the generator: \(taken) taken, \(dropped) dropped\(dropped > 0 ? " (--explain says why)" : "")"
      )
    case .settingChanged(let name, let before, let after):
      Bilingual(
        zh: "\(name)：\(safe(before)) → \(safe(after))",
        en: "\(name): \(safe(before)) → \(safe(after))"
      )
    case .weightsClipped(let indices):
      Bilingual(
        zh: "权重 \(indices.map { "w\($0)" }.joined(separator: "、")) 超出范围，已取到边上",
        en: """
          \(indices.map { "w\($0)" }.joined(separator: ", ")) \(indices.count == 1 ? "lies" : "lie") outside the \
          range of weights; took the nearest that is inside
          """
      )
    case .logOutOfOrder(let path, let line, let count):
      Bilingual(
        zh: "\(safe(path)):\(line): 有 \(count) 行早于同一张卡片的上一行；按时间先后计算",
        en: """
          \(safe(path)):\(line): \(count == 1 ? "one row lies" : "\(count) rows lie") before an earlier row of the same \
          card; they are taken in the order of time
          """
      )
    case .logRepeats(let path, let line, let count):
      Bilingual(
        zh: "\(safe(path)):\(line): 有 \(count) 行与同一张卡片的上一行时间、评分都相同；照样计算，若是重复请删去",
        en: """
          \(safe(path)):\(line): \(count == 1 ? "one row repeats" : "\(count) rows repeat") the card's review before (same \
          time and rating); each counts, so delete what is there twice
          """
      )
    }
  }
}
