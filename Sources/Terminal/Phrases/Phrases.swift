import Language

/// All that the front ends say, in both languages.
///
/// Each message is a function or constant that returns a `Bilingual`, so none can lack a language.
enum Phrases {
  /// What parts the items of an enumeration within a sentence.
  static let itemSeparator = Bilingual(zh: "；", en: "; ")

  /// A label before a text that follows on the same line.
  static func labelled(_ label: Bilingual, _ text: String) -> Bilingual {
    let space = text.isEmpty ? "" : " "
    return Bilingual(zh: "\(label.chinese)：\(text)", en: "\(label.english):\(space)\(text)")
  }

  /// The beginning of a text from outside, fit for a message.
  static func shortened(_ text: String) -> String {
    let beginning = text.prefix(41)
    return safe(beginning.count > 40 ? beginning.dropLast() + "…" : String(beginning))
  }

  static func english(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? singular : plural)"
  }
}
