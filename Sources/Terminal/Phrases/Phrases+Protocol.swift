import Language
import Reports

extension Phrases {
  static func notJSON(_ failure: JSONFailure) -> Bilingual {
    let reason = reason(failure.reason)
    return Bilingual(
      zh: "不是合法的 JSON：第 \(failure.offset + 1) 个字节处\(reason.chinese)。",
      en: "Not valid JSON: \(reason.english) at byte \(failure.offset + 1)."
    )
  }

  private static func reason(_ reason: JSONFailure.Reason) -> Bilingual {
    switch reason {
    case .endsEarly: Bilingual(zh: "内容不完整", en: "the text ends early")
    case .unexpected: Bilingual(zh: "有不该出现的字符", en: "unexpected character")
    case .numberOutOfRange: Bilingual(zh: "数字超出范围", en: "number out of range")
    case .badEscape: Bilingual(zh: "转义写错了", en: "bad escape")
    case .notUTF8: Bilingual(zh: "文本不是 UTF-8", en: "text that is not UTF-8")
    case .duplicateName: Bilingual(zh: "成员重名", en: "repeated member name")
    case .tooDeep: Bilingual(zh: "嵌套太深", en: "too many levels")
    }
  }

  static let requestTooLong = Bilingual(
    zh: "这一行超过 1 MiB，没有采用。",
    en: "This line is longer than 1 MiB and was not taken."
  )
  static let notARequest = Bilingual(
    zh: "每行应是一个带 \"type\" 的 JSON 对象，如 {\"type\":\"reveal\"}。",
    en: "Each line must be one JSON object with a \"type\", such as {\"type\":\"reveal\"}."
  )

  static func unknownRequest(_ type: String) -> Bilingual {
    let type = shortened(type)
    let known = "reveal answer rate undo bury suspend skip flag quit"
    return Bilingual(
      zh: "没有 \"\(type)\" 这种请求；可用的有 \(known)。",
      en: "There is no request \"\(type)\"; known are \(known)."
    )
  }

  static let textNeeded = Bilingual(
    zh: "这张卡的答案应写在 \"text\" 里，是一个字符串。",
    en: "The answer to this card goes into \"text\", a string."
  )
  static let itemsNeeded = Bilingual(
    zh: "这张卡的答案应写在 \"items\" 里，是字符串的数组。",
    en: "The answer to this card goes into \"items\", an array of strings."
  )
  static let ratingNeeded = Bilingual(
    zh: "\"rating\" 应是 1 到 4 的整数。",
    en: "\"rating\" must be a whole number from 1 to 4."
  )
  static let millisecondsNeeded = Bilingual(
    zh: "\"milliseconds\" 应是 0 到 86400000 的整数。",
    en: "\"milliseconds\" must be a whole number from 0 to 86400000."
  )
}
