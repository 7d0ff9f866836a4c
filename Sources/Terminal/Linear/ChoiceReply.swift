import Language

/// The options that a learner named by their numbers or by their texts.
///
/// - Parameters:
///   - text: what was typed, such as `1 3`, `1、3`, or an option's own words.
///   - options: the options in the order shown.
/// - Returns: the options named, each once, in the order shown; or the part that names none.
func chosen(_ text: String, from options: [String]) -> Result<[String], UnknownOption> {
  if let index = position(of: text, in: options) { return .success([options[index]]) }
  var named: Set<Int> = []
  for part in halfWidth(text).split(whereSeparator: { " ,、;；，．.\t\u{3000}".contains($0) }) {
    guard let index = position(of: String(part), in: options) else {
      return .failure(UnknownOption(text: String(part)))
    }
    named.insert(index)
  }
  guard !named.isEmpty else { return .failure(UnknownOption(text: text)) }
  return .success(named.sorted().map { options[$0] })
}

/// A text that names none of the options.
struct UnknownOption: Error, Equatable {
  let text: String
}

private func position(of text: String, in options: [String]) -> Int? {
  if let number = Int(halfWidth(trimmed(text))), options.indices.contains(number &- 1) { return number - 1 }
  let folded = foldedForComparison(text)
  guard !folded.isEmpty else { return nil }
  return options.firstIndex { foldedForComparison($0) == folded }
}
