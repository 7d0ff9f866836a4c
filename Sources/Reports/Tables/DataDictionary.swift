public import Language

/// The tables and their columns described, in Markdown.
///
/// The descriptions are those of the columns that write the tables, so that they cannot differ.
public struct DataDictionary: Sendable {
  private struct Entry: Sendable {
    let name: String
    let meaning: Bilingual
    let columns: [ColumnDescription]
  }

  private let entries: [Entry]

  /// The dictionary of some tables, and of the `log` that is no table of reviews.
  public init(_ tables: [Table] = Table.allCases, withLog: Bool = true) {
    let log = Entry(name: "log", meaning: LogExport.meaning, columns: LogExport.columns)
    entries =
      tables.map { Entry(name: $0.rawValue, meaning: $0.meaning, columns: $0.columns) }
      + (withLog ? [log] : [])
  }

  /// The text, which ends with a line feed.
  public func text(in language: InterfaceLanguage) -> String {
    let words = { (pair: Bilingual) in pair.text(in: language) }
    var lines = ["# " + words(Self.title), "", words(Self.form), ""]
    for type in CellType.allCases { lines.append("- `\(type.rawValue)`: \(words(type.meaning))") }
    for table in entries {
      lines += ["", "## \(table.name)", "", words(table.meaning), ""]
      lines += ["| \(words(Self.column)) | \(words(Self.type)) | \(words(Self.meaning)) |", "|---|---|---|"]
      lines += table.columns.map { "| `\($0.name)` | \($0.type.rawValue) | \(words($0.meaning)) |" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let title = Bilingual(zh: "导出的表格", en: "Exported tables")
  private static let column = Bilingual(zh: "列", en: "column")
  private static let type = Bilingual(zh: "类型", en: "type")
  private static let meaning = Bilingual(zh: "含义", en: "meaning")

  private static let form = Bilingual(
    zh:
      "CSV（RFC 4180），UTF-8，以 CRLF 换行，第一行是列名；没有值的格子是空的。导出两次，每个字节都相同。不加 --with-undone 时不含撤销了的复习。",
    en:
      "CSV (RFC 4180) in UTF-8 with CRLF, the names of the columns first; a cell without a value is empty. Two "
      + "exports of the same data are the same bytes. Undone reviews are left out without `--with-undone`."
  )
}

extension CellType {
  /// What cells of the type hold.
  var meaning: Bilingual {
    switch self {
    case .text:
      Bilingual(
        zh: "人写的文字；以 = + - @（包括全角）、制表符、回车或 ' 开头的，前面加一个 '，除非用了 --raw",
        en:
          "text that people wrote; where it begins with = + - @ (also full-width), a tab, a carriage return "
          + "or ', a ' stands before it, unless --raw was given"
      )
    case .word: Bilingual(zh: "固定写法的文字", en: "text of a fixed form")
    case .time: Bilingual(zh: "日期，或带时区的时刻（RFC 3339）", en: "a date, or an instant with its offset (RFC 3339)")
    case .integer: Bilingual(zh: "整数", en: "a whole number")
    case .number:
      Bilingual(zh: "数，写作能原样读回的最短形式", en: "a number, in the shortest form that reads back the same")
    case .flag: Bilingual(zh: "0 否，1 是", en: "0 no, 1 yes")
    }
  }
}
