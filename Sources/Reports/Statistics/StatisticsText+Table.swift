import Language

/// A line of a table: a label, figures in columns, and a share for the bar, where there is one.
struct TableLine {
  var label: String
  var figures: [String]
  var share: Double?
}

extension StatisticsText {
  /// A table of labels and figures, with a bar for each share where there is room.
  func table(_ rows: [TableLine]) -> [String] {
    let columns = rows.map(\.figures.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.figures.indices.contains(column) ? displayWidth(of: $0.figures[column]) : 0 }.max() ?? 0
    }
    let figureWidth = widths.reduce(0) { $0 + $1 + 2 }
    let widest = rows.map { displayWidth(of: $0.label) }.max() ?? 0
    let labelWidth = min(widest, max(4, style.width - 2 - figureWidth))
    let barWidth = min(40, style.width - 2 - labelWidth - figureWidth - 2)
    return rows.map { row in
      var line = "  " + padded(fitted(row.label, to: labelWidth, ellipsis: ellipsis), to: labelWidth)
      for (figure, width) in zip(row.figures, widths) {
        line += "  " + padded(figure, to: width, atStart: true)
      }
      if style.hasBars, barWidth >= 4, let share = row.share { line += "  " + bar(share, columns: barWidth) }
      return trimmedEnd(line)
    }
  }
}
