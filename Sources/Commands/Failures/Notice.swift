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
  /// A backup was made.
  case backedUp(path: String, reviews: Int)
  /// There is no backup yet.
  case noBackups(folder: String)
  /// The day's backup could not be made.
  case noDailyBackup(Bilingual)
  /// A backup was restored; where the file as it was before is kept.
  case restored(path: String, kept: String?)
  /// Another learner file was merged.
  case merged(path: String, added: Int, known: Int)
  /// Reviews were imported of cards that no deck of the learner has.
  case reviewsWithoutDeck(path: String, count: Int)
  /// A CSV in a class's folder is none of the tables that are read.
  case passedOver(path: String)
  /// A learner has a learner file and CSVs; the file counts.
  case learnerFileWins(learner: String, path: String)
  /// Nobody in a class was asked a card of a deck.
  case deckUnknownToClass(path: String, folder: String)
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
    case .backedUp(let path, let reviews):
      Bilingual(
        zh: "备份好了：\(reviews) 次复习；用 wengu restore \(safe(path)) 恢复",
        en: "backed up \(reviews) reviews; go back to them with 'wengu restore \(safe(path))'"
      )
    case .noBackups(let folder):
      Bilingual(
        zh: "\(safe(folder)) 里还没有备份；用 wengu backup 备份一次",
        en: "no backup in \(safe(folder)) yet; make one with 'wengu backup'"
      )
    case .noDailyBackup(let reason):
      Bilingual(
        zh: "复习都已保存，但今天的备份没有做成：\(reason.chinese)",
        en: "all reviews are saved, but today's backup could not be made: \(reason.english)"
      )
    case .restored(let path, let kept):
      Bilingual(
        zh: "恢复好了：\(safe(path))" + (kept.map { "；原来的记录保存在 \(safe($0))" } ?? ""),
        en: "restored \(safe(path))" + (kept.map { "; what it held before is kept as \(safe($0))" } ?? "")
      )
    case .merged(let path, let added, let known):
      Bilingual(
        zh: "合并了 \(safe(path))：新增 \(added) 条记录，\(known) 条原来就有",
        en: "merged \(safe(path)): \(added) events were new, \(known) were here already"
      )
    case .reviewsWithoutDeck(let path, let count):
      Bilingual(
        zh: "\(safe(path))：其中 \(count) 次复习的卡片不在任何学过的卡片集里；记录已保存，也用于 wengu optimize",
        en: """
          \(safe(path)): \(count) reviews are of cards in no deck that the learner studies; they are kept, and \
          'wengu optimize' learns from them
          """
      )
    case .passedOver(let path):
      Bilingual(
        zh: "\(safe(path)): 不是 reviews 或 cards 表，跳过",
        en: "\(safe(path)): neither a table of reviews nor of cards; passed over"
      )
    case .deckUnknownToClass(let path, let folder):
      Bilingual(
        zh: "\(safe(path)): \(safe(folder)) 里没有人学过它的卡片；请检查文件夹，或等有人学过再看",
        en:
          "\(safe(path)): nobody in \(safe(folder)) was asked its cards; check the folder, or wait for answers"
      )
    case .learnerFileWins(let learner, let path):
      Bilingual(
        zh: "\(safe(learner)) 既有学习记录又有 CSV；以 \(safe(path)) 为准",
        en: "\(safe(learner)) has a learner file and CSVs; \(safe(path)) counts"
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
