// The room Terminal: what a learner sees of a session and how they answer.
//
// In:    a session joined to its log and clock, the lines a learner or a program sends.
// Out:   what is asked and told, in Chinese or English, line by line; commands to the session.
// Never: touch the learner's file, the system's clock or the file system; decide when a card is due or
//        whether an answer is right; write text from outside that `safe` has not passed; trap on any input;
//        leave a terminal in another mode than it was found in.

/// What came when a line was asked for.
public enum InputLine: Sendable, Equatable {
  /// A line without its end, as the bytes that came.
  case line([UInt8])
  /// A line longer than is accepted; it was read to its end and dropped.
  case tooLong
  /// The end of the input.
  case end
  /// Ctrl-C.
  case interrupted
}

/// Where lines come from.
public protocol LineInput: AnyObject {
  /// Waits for the next line.
  ///
  /// - Parameter prompt: what to show before it; an input that shows nothing takes no notice.
  /// - Returns: the line, or what came instead.
  func nextLine(prompt: String) -> InputLine
}
