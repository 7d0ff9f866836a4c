import Language
import Scheduling

extension Phrases {
  /// An interval in words: minutes, hours, days, months of 30.4 days, years of 365.
  static func interval(_ interval: Interval) -> Bilingual {
    switch interval {
    case .exact(let wait): duration(wait)
    case .days(let days): duration(Milliseconds(Days(Double(days))))
    }
  }

  /// A duration in words, in the largest unit of which it holds one, with a tenth where that tells something.
  static func duration(_ duration: Milliseconds) -> Bilingual {
    let seconds = Double(max(0, duration.value)) / 1_000
    let minutes = seconds / 60
    let days = minutes / 1_440
    // Bounds at which the rounded number would be the next unit's first.
    if seconds < 59.5 { return words(seconds.rounded(), zh: "秒", en: "second") }
    if minutes < 59.5 { return words(minutes.rounded(), zh: "分钟", en: "min", plural: "min") }
    if days < 0.98 { return words(tenths(minutes / 60), zh: "小时", en: "hour") }
    if days < 30.5 { return words(wholeFromTen(days), zh: "天", en: "day") }
    if days < 362 { return words(tenths(days / 30.4), zh: "个月", en: "month") }
    return words(tenths(days / 365), zh: "年", en: "year")
  }

  private static func tenths(_ value: Double) -> Double {
    (value * 10).rounded() / 10
  }

  private static func wholeFromTen(_ value: Double) -> Double {
    value >= 9.95 ? value.rounded() : tenths(value)
  }

  private static func words(
    _ value: Double,
    zh unit: String,
    en singular: String,
    plural: String? = nil
  ) -> Bilingual {
    let number = value == value.rounded() ? String(Int(value)) : "\(value)"
    let word = number == "1" ? singular : plural ?? singular + "s"
    return Bilingual(zh: "\(number) \(unit)", en: "\(number) \(word)")
  }
}
