import Language
import Reports

/// Why tables or a report could not be made.
enum ReportFailure: Error {
  /// A folder of learners is asked for and something else stands there.
  case notAFolder(path: String)
  /// A folder holds neither learner files nor their CSVs.
  case noLearnersIn(folder: String)
  /// Two files of a class bear one learner's name.
  case learnerTwice(String, paths: [String])
  /// A file that a learner sent is not the CSV it should be.
  case sentTable(path: String, CSVFailure)
  /// A cell of a file that a learner sent is not what its column says.
  case sentCell(path: String, SentCellFailure)
  /// The file that should hold the key for pseudonyms holds none.
  case pseudonymKey(path: String)
  /// Dates are given for a table that has no reviews to choose from.
  case datesForCards
  /// No table is named.
  case noTable
  /// A part of the log is asked for, from which nothing could be restored.
  case partOfLog
}

extension ReportFailure {
  /// How the run ends.
  var status: ExitStatus {
    switch self {
    case .notAFolder, .noLearnersIn, .learnerTwice, .sentTable, .sentCell: .refused
    case .pseudonymKey: .environment
    case .datesForCards, .noTable, .partOfLog: .usage
    }
  }

  /// What is wrong and what to do about it.
  var message: Bilingual {
    switch self {
    case .notAFolder(let path):
      Bilingual(
        zh: "\(safe(path)): 不是文件夹；--from 要一个放着学习记录或 CSV 的文件夹",
        en: "\(safe(path)): not a folder; --from takes a folder of learner files or of CSVs"
      )
    case .noLearnersIn(let folder):
      Bilingual(
        zh: "\(safe(folder)): 里面没有学习记录（.sqlite），也没有 reviews 或 cards 表的 CSV；请把它们放进来",
        en:
          "\(safe(folder)): holds no learner file (.sqlite) and no CSV of reviews or cards; put some into it"
      )
    case .learnerTwice(let name, let paths):
      Bilingual(
        zh:
          "学习者 \(safe(name)) 有两个文件：\(paths.map { safe($0) }.joined(separator: "、"))；请只留一个，或先用 wengu import 合并",
        en: """
          learner \(safe(name)) has two files: \(paths.map { safe($0) }.joined(separator: ", ")); keep one, or \
          merge them with 'wengu import'
          """
      )
    case .sentTable(let path, let failure): failure.message(at: path)
    case .sentCell(let path, let failure):
      Bilingual(
        zh: """
          \(safe(path)):\(failure.line): \(failure.column) 列不能是“\(safe(failure.text))”；\
          请让学习者重新导出，不要用表格软件改动
          """,
        en: """
          \(safe(path)):\(failure.line): '\(safe(failure.text))' cannot stand in column \(failure.column); \
          ask for a new export that no spreadsheet has changed
          """
      )
    case .pseudonymKey(let path):
      Bilingual(
        zh: "\(safe(path)): 里面没有代号的密钥；请恢复备份，或删去它（以后的代号会与以前不同）",
        en: """
          \(safe(path)): holds no key for pseudonyms; restore it from a backup, or remove it (new pseudonyms will \
          then differ from earlier ones)
          """
      )
    case .datesForCards:
      Bilingual(
        zh: "cards 表没有日期可选；请去掉 --since 和 --until，或用 --as-of 看某一天的情形",
        en: "the table of cards has no dates to choose from; leave out --since and --until, or use --as-of"
      )
    case .noTable:
      Bilingual(
        zh: "要导出哪个表？请写 reviews、cards、days、learners、items 或 log",
        en: "no table is named; name one of reviews, cards, days, learners, items, log"
      )
    case .partOfLog:
      Bilingual(
        zh: "log 表总是一位学习者的全部记录，原样恢复要用；请去掉 --from、--deck、--since、--until、--as-of、--pseudonymous 和 --raw",
        en: """
          the log is always all of one learner's file, so that it can be restored; leave out --from, --deck, --since, \
          --until, --as-of, --pseudonymous and --raw
          """
      )
    }
  }
}
