import Language

extension StatisticsWords {
  static let time = Bilingual(zh: "用时", en: "Time")
  static let calendar = Bilingual(zh: "每天复习的次数", en: "Reviews a day")
  static let timeByWeek = Bilingual(zh: "每周用时（从周一起）", en: "Time by week, from Monday")

  /// The days of the week, Monday first.
  static let weekdays = zip("一二三四五六日", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]).map { zh, en in
    Bilingual(zh: "周\(zh)", en: en)
  }

  /// The months, January first.
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].enumerated().map { index, en in Bilingual(zh: "\(index + 1)月", en: en) }

  static func inAll(minutes: Double) -> Bilingual {
    let duration = duration(minutes: minutes)
    return Bilingual(zh: "共 \(duration.chinese)", en: "\(duration.english) in all")
  }

  /// Minutes, or hours and minutes.
  static func duration(minutes: Double) -> Bilingual {
    let whole = Int64(min(max(minutes.rounded(), 0), 1e15))
    guard whole >= 60 else {
      return Bilingual(zh: "\(shortNumber(minutes)) 分钟", en: "\(shortNumber(minutes)) min")
    }
    return Bilingual(zh: "\(whole / 60) 小时 \(whole % 60) 分钟", en: "\(whole / 60) h \(whole % 60) min")
  }

  static func minutesPerDay(_ minutes: String) -> Bilingual {
    Bilingual(zh: "学习日平均 \(minutes) 分钟", en: "\(minutes) min on a day of study")
  }

  static func secondsPerReview(_ seconds: String) -> Bilingual {
    Bilingual(zh: "每次 \(seconds) 秒", en: "\(seconds) s a review")
  }

  static let calibration = Bilingual(
    zh: "预测的回忆率与实际记得的比例",
    en: "Predicted chance of recall, and what was recalled"
  )

  static func predicted(from low: Int, to high: Int) -> Bilingual {
    Bilingual(zh: "预测 \(low)–\(high) %", en: "\(low) to \(high) %")
  }

  static func predictedMean(_ share: String) -> Bilingual {
    Bilingual(zh: "平均预测 \(share)", en: "\(share) predicted on average")
  }

  static func actualMean(_ share: String) -> Bilingual {
    Bilingual(zh: "实际 \(share)", en: "\(share) recalled")
  }

  static func calibrationError(_ points: String) -> Bilingual {
    Bilingual(zh: "各档平均相差 \(points) 个百分点", en: "off by \(points) points in the mean of the rows")
  }

  static let seenHead = Bilingual(zh: "已学", en: "seen")
  static let nowHead = Bilingual(zh: "现在", en: "now")
  static let reviewHead = Bilingual(zh: "复习时", en: "at review")
}
