/// A language the interface speaks.
public enum InterfaceLanguage: String, Sendable, CaseIterable, Hashable {
  /// Simplified Chinese.
  case chinese = "zh"

  /// English.
  case english = "en"

  /// The language that the locale's environment variables ask for.
  ///
  /// The first non-empty value of `LC_ALL`, `LC_MESSAGES`, `LANGUAGE`, `LANG` decides; `LANGUAGE` is a list
  /// separated by colons, in which the first language we speak decides. Anything but `zh…` is English.
  /// - Parameter environment: the value of a variable, `nil` where it is not set.
  /// - Returns: a language we speak.
  public static func preferred(environment: (String) -> String?) -> InterfaceLanguage {
    for variable in ["LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"] {
      guard let value = environment(variable), !value.isEmpty else { continue }
      guard variable == "LANGUAGE" else { return named(value) ?? .english }
      for entry in value.split(separator: ":") {
        if let language = named(entry) { return language }
      }
    }
    return .english
  }

  private static func named(_ locale: some StringProtocol) -> InterfaceLanguage? {
    let language = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    switch language {
    case "zh", "chinese": return .chinese
    case "en", "english", "c", "posix": return .english
    default: return nil
    }
  }
}

/// One message in both languages of the interface.
public struct Bilingual: Sendable, Equatable, Hashable {
  /// The Chinese text.
  public let chinese: String

  /// The English text.
  public let english: String

  /// A message with its two texts.
  public init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text in one language.
  public func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}
