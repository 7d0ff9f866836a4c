/// Keeps spreadsheets from running text as a formula.
///
/// A text that begins with `=`, `+`, `-`, `@` (also full-width), a tab, a carriage return or `'` gets a `'`
/// in front; reading takes exactly one away. Since a text that begins with `'` gets one too, any text comes
/// back as it was. Source: OWASP, "CSV Injection".
public enum FormulaGuard {
  /// Whether a text needs the guard.
  public static func isNeeded(for text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "'": true
    default: false
    }
  }

  /// The text as a spreadsheet may have it.
  public static func guarded(_ text: String) -> String {
    isNeeded(for: text) ? "'" + text : text
  }

  /// The text as it was before it was guarded.
  public static func unguarded(_ text: String) -> String {
    guard text.unicodeScalars.first == "'" else { return text }
    return String(text.unicodeScalars.dropFirst())
  }
}
