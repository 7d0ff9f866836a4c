import Cards
import Language

extension Phrases {
  static let right = Bilingual(zh: "答对了。", en: "Right.")
  static let wrong = Bilingual(zh: "不对。", en: "Not right.")
  static let wrongOrder = Bilingual(zh: "各项都对，但顺序不对。", en: "All items are right, but not their order.")
  static let missing = Bilingual(zh: "缺", en: "Missing")
  static let notAmongThem = Bilingual(zh: "不在其中", en: "Not among them")
  static let notChosen = Bilingual(zh: "漏选", en: "Not chosen")
  static let wronglyChosen = Bilingual(zh: "错选", en: "Wrongly chosen")
  static let comparison = Bilingual(zh: "对照", en: "Compared")

  /// A place where what was typed differs from what is right; either may be empty.
  static func differs(typed: String, right: String) -> Bilingual {
    if typed.isEmpty { return Bilingual(zh: "[缺“\(right)”]", en: "[missing \"\(right)\"]") }
    if right.isEmpty { return Bilingual(zh: "[多“\(typed)”]", en: "[extra \"\(typed)\"]") }
    return Bilingual(
      zh: "[“\(typed)”应为“\(right)”]",
      en: "[\"\(typed)\" should be \"\(right)\"]"
    )
  }
}
