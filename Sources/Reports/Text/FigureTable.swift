import Language

/// Rows in columns, each as wide as its widest cell.
///
/// - Parameters:
///   - rows: cells of equal number in each row.
///   - labels: how many columns at the beginning hold words, which stand to the left.
/// - Returns: the lines, indented by two.
func figureTable(_ rows: [[String]], labels: Int = 0) -> [String] {
  let columns = rows.map(\.count).max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { column < $0.count ? displayWidth(of: $0[column]) : 0 }.max() ?? 0
  }
  return rows.map { row in
    let cells = row.indices.map { padded(row[$0], to: widths[$0], atStart: $0 >= labels) }
    return trimmedEnd("  " + cells.joined(separator: "  "))
  }
}

/// A number with so many decimal places.
func decimals(_ value: Double, _ places: Int) -> String {
  guard value.isFinite, abs(value) < 1e9 else { return "–" }
  var scale: Int64 = 1
  for _ in 0..<places { scale *= 10 }
  let scaled = Int64((abs(value) * Double(scale)).rounded())
  let fraction = String(scaled % scale)
  let filled = String(repeating: "0", count: places - fraction.utf8.count) + fraction
  let sign = value < 0 && scaled > 0 ? "-" : ""
  return places == 0 ? "\(sign)\(scaled)" : "\(sign)\(scaled / scale).\(filled)"
}
