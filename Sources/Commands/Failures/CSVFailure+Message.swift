import Language
import Reports

extension CSVFailure {
  /// What is wrong with the CSV at a path and what to do about it.
  func message(at path: String) -> Bilingual {
    let path = safe(path)
    switch self {
    case .notUTF8(let line):
      return Bilingual(
        zh: "\(path):\(line): 不是 UTF-8 文字；请另存为 UTF-8 编码的 CSV",
        en: "\(path):\(line): not UTF-8; save the file as CSV in UTF-8"
      )
    case .quoteInside(let line):
      return Bilingual(
        zh: "\(path):\(line): 没有以引号开头的格子里有引号；请把整格括在引号里，里面的引号写两遍",
        en:
          "\(path):\(line): a quote inside a cell without quotes; quote the whole cell and double the quote in it"
      )
    case .textAfterQuote(let line):
      return Bilingual(
        zh: "\(path):\(line): 引号之后还有文字；请在引号后写逗号或换行，格子里的引号写两遍",
        en:
          "\(path):\(line): text after a closing quote; put a comma or a line end there, or double the quote"
      )
    case .unclosedQuote(let line):
      return Bilingual(
        zh: "\(path):\(line): 这里的引号没有结束；请补上结束的引号",
        en: "\(path):\(line): the quote that begins here is never closed; close it"
      )
    case .bareCarriageReturn(let line):
      return Bilingual(
        zh: "\(path):\(line): 有单独的回车符；请用 LF 或 CRLF 换行",
        en: "\(path):\(line): a carriage return without a line feed; end lines with LF or CRLF"
      )
    case .cellCount(let line, let expected, let found):
      return Bilingual(
        zh: "\(path):\(line): 有 \(found) 格，表头有 \(expected) 列；请让两者一致",
        en: "\(path):\(line): \(found) cells where the header has \(expected) columns; make them agree"
      )
    case .tooLarge(let line):
      return Bilingual(
        zh: "\(path):\(line): 一格超过 1 MiB 或一行超过 1,024 格；请确认这是复习记录的 CSV",
        en: "\(path):\(line): a cell above 1 MiB or a row above 1,024 cells; is this the CSV you mean?"
      )
    case .noHeader:
      return Bilingual(
        zh: "\(path): 是空的；第一行要写列名，如 card_id,review_time,review_rating",
        en: "\(path): empty; its first line must name the columns, such as card_id,review_time,review_rating"
      )
    case .duplicateColumn(let name):
      return Bilingual(
        zh: "\(path):1: 有两列都叫 \(safe(name))；请改掉一个列名",
        en: "\(path):1: two columns are named '\(safe(name))'; rename one of them"
      )
    case .missingColumn(let name):
      return Bilingual(
        zh: "\(path):1: 缺少 \(safe(name)) 列；请在第一行写上列名",
        en: "\(path):1: there is no column '\(safe(name))'; name it in the first line"
      )
    }
  }
}
