import ArgumentParser
public import Language

/// The language in which this run speaks; set once before arguments are parsed.
public enum Interface {
  /// The language of help texts and messages.
  @TaskLocal public static var language: InterfaceLanguage = .english
}

/// The text of a pair in the language of this run.
func told(_ zh: String, _ en: String) -> String {
  Bilingual(zh: zh, en: en).text(in: Interface.language)
}

/// A help text in the language of this run.
func help(_ zh: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: told(zh, en)).named(valueName)
}

extension ArgumentHelp {
  fileprivate func named(_ valueName: String?) -> ArgumentHelp {
    var help = self
    help.valueName = valueName
    return help
  }
}
