import Language

/// A bar of eighth blocks, as long as a share of a number of columns.
///
/// A share above nothing shows at least one eighth; the bar has no trailing spaces.
func bar(_ share: Double, columns: Int) -> String {
  guard share > 0, columns > 0 else { return "" }
  let partial: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  let eighths = max(1, Int((min(share, 1) * Double(columns) * 8).rounded()))
  let full = String(repeating: "█", count: eighths / 8)
  return eighths % 8 == 0 ? full : full + String(partial[eighths % 8 - 1])
}

/// A text cut to a number of columns, with an ellipsis where something is missing.
public func fitted(_ text: String, to columns: Int, ellipsis: String) -> String {
  guard displayWidth(of: text) > columns else { return text }
  var room = columns - displayWidth(of: ellipsis)
  var result = ""
  for character in text {
    room -= displayWidth(of: String(character))
    guard room >= 0 else { break }
    result.append(character)
  }
  return result + ellipsis
}

/// A text filled up to a number of columns.
func padded(_ text: String, to columns: Int, atStart: Bool = false) -> String {
  let filling = String(repeating: " ", count: max(0, columns - displayWidth(of: text)))
  return atStart ? filling + text : text + filling
}

/// Parts in a row, separated, that go on in the next line where the width ends.
///
/// `first` stands before the first line, `indent` columns are left free before the others.
func flowed(
  _ parts: [String],
  separator: String,
  after first: String = "",
  indent: Int,
  width: Int
) -> [String] {
  var lines: [String] = []
  var line = first
  var isStart = true
  for (index, part) in parts.enumerated() {
    let piece = index + 1 < parts.count ? part + separator : part
    if !isStart, displayWidth(of: line + trimmedEnd(piece)) > width {
      lines.append(trimmedEnd(line))
      line = String(repeating: " ", count: indent)
    }
    line += piece
    isStart = false
  }
  lines.append(trimmedEnd(line))
  return lines
}

/// A text without spaces at its end.
func trimmedEnd(_ text: String) -> String {
  guard let last = text.lastIndex(where: { $0 != " " }) else { return "" }
  return String(text[...last])
}

/// A number with one decimal place; whole from ten on.
func shortNumber(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "–" }
  let tenths = Int64((value * 10).rounded())
  guard tenths.magnitude < 100, tenths % 10 != 0 else { return "\(Int64(value.rounded()))" }
  return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
}

/// A share in whole per cent.
func percent(_ share: Double) -> String {
  guard share.isFinite else { return "–" }
  return "\(Int((min(max(share, 0), 1) * 100).rounded())) %"
}

/// A number from -1 to 1 with two decimal places.
func twoPlaces(_ value: Double) -> String {
  let hundredths = Int((min(max(value, -1), 1) * 100).rounded())
  let digits = hundredths.magnitude % 100
  return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(digits < 10 ? "0" : "")\(digits)"
}
