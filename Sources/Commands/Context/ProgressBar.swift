import Language
import Terminal

/// A line on the terminal's messages that shows how far long work has come; nothing where they go elsewhere.
final class ProgressBar {
  private let output: any TextOutput
  private let label: String
  private let isShown: Bool
  private let isBlock: Bool
  private var shown = -1

  /// A bar with a label, not shown yet.
  init(_ label: Bilingual, in context: CommandContext) {
    output = context.messages
    self.label = label.text(in: context.language)
    isShown = context.messages.width != nil && context.environment["TERM"] != "dumb"
    isBlock = context.showsUnicode
  }

  /// Shows a share, 0…1.
  func show(_ share: Double) {
    let percent = Int((min(max(share, 0), 1) * 100).rounded(.down))
    guard isShown, percent > shown else { return }
    shown = percent
    let columns = min(30, max(0, (output.width ?? 80) - displayWidth(of: label) - 10))
    let full = columns * percent / 100
    let bar =
      String(repeating: isBlock ? "█" : "#", count: full)
      + String(repeating: isBlock ? "·" : ".", count: columns - full)
    output.write("\r\(label) \(bar) \(percent) %")
    try? output.flush()
  }

  /// Takes the line away.
  func clear() {
    guard shown >= 0 else { return }
    shown = -1
    output.write("\r" + String(repeating: " ", count: max(0, (output.width ?? 80) - 1)) + "\r")
    try? output.flush()
  }
}
