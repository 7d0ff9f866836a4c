import Cards
import Language
import Reports

/// Something to be said about a line of a deck, in the form of compilers or as JSON.
struct DiagnosticText {
  let path: String
  let line: Int
  let column: Int
  let severity: Diagnostic.Severity
  let code: String
  var isFixable = false
  let message: Bilingual

  /// The line as compilers print theirs: `file:line:column: error: message`.
  func text(in language: InterfaceLanguage, isMended: Bool = false) -> String {
    let words = safe(message.text(in: language))
    return "\(safe(path)):\(line):\(column): \(isMended ? "mended" : severity.rawValue): \(words)"
  }

  /// The same as an object.
  func json(in language: InterfaceLanguage) -> JSONValue {
    .object([
      JSONMember("file", .string(path)), JSONMember("line", JSONValue(line)),
      JSONMember("column", JSONValue(column)),
      JSONMember("severity", .string(severity.rawValue)), JSONMember("code", .string(code)),
      JSONMember("fixable", .bool(isFixable)), JSONMember("message", .string(message.text(in: language))),
    ])
  }
}

extension DiagnosticText {
  /// What a deck's own text gives rise to.
  init(_ diagnostic: Diagnostic, path: String) {
    self.init(
      path: path,
      line: diagnostic.line,
      column: diagnostic.column,
      severity: diagnostic.severity,
      code: diagnostic.problem.code,
      isFixable: diagnostic.isFixable,
      message: diagnostic.problem.message
    )
  }
}

extension Diagnostic {
  /// The diagnostic as compilers print theirs.
  func line(path: String, language: InterfaceLanguage, isMended: Bool = false) -> String {
    DiagnosticText(self, path: path).text(in: language, isMended: isMended)
  }

  func json(path: String, language: InterfaceLanguage) -> JSONValue {
    DiagnosticText(self, path: path).json(in: language)
  }
}
