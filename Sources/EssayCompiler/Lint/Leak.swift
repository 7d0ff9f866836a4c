/// Whether a shown text gives an answer away.
enum Leak {
  /// Whether the text holds the answer, punctuation and width aside.
  static func holds(_ text: String, _ answer: String) -> Bool {
    let needle = units(answer)
    guard needle.count >= 2 || (needle.count == 1 && !needle[0].isHan) else { return false }
    let hay = units(text)
    guard needle.count <= hay.count else { return false }
    for start in 0...(hay.count - needle.count) where hay[start] == needle[0] {
      if (1..<needle.count).allSatisfy({ hay[start + $0] == needle[$0] }) { return true }
    }
    return false
  }

  /// The share of the answer's neighbouring pairs that the text also holds; a near leak when high.
  static func nearness(_ text: String, _ answer: String) -> Double {
    let needle = units(answer)
    guard needle.count >= 4 else { return 0 }
    let hay = units(text)
    var pairs = Set<[Unit]>()
    for (one, next) in zip(hay, hay.dropFirst()) { pairs.insert([one, next]) }
    let shared = zip(needle, needle.dropFirst()).filter { pairs.contains([$0, $1]) }.count
    return Double(shared) / Double(needle.count - 1)
  }

  /// A Han character or a word.
  struct Unit: Hashable {
    var text: [Key]
    var isHan: Bool
  }

  static func units(_ text: String) -> [Unit] {
    var units: [Unit] = []
    var word: [Key] = []
    func close() {
      if !word.isEmpty { units.append(Unit(text: word, isHan: false)) }
      word = []
    }
    for scalar in text.unicodeScalars {
      let key = scalar.value
      if Characters.isHan(key) {
        close()
        units.append(Unit(text: [key], isHan: true))
      } else if Characters.isLatinLetter(key) || Characters.isDigit(key) {
        word.append(Characters.isUpper(key) ? key + 0x20 : key)
      } else if key != 0x27, key != 0x2019, key != 0x2C || word.isEmpty {
        close()
      }
    }
    close()
    return units
  }
}
