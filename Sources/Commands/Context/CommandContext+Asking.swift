import Language
import Terminal

extension CommandContext {
  /// Asks on standard error and reads a line: whether the learner says yes; the end of the input is a no.
  func isConfirmed(_ question: Bilingual) throws -> Bool {
    try output.flush()
    messages.write(question.text(in: language) + " [y/N] ")
    try messages.flush()
    let answer = readLine()?.lowercased() ?? ""
    return ["y", "yes", "是"].contains(answer)
  }
}
