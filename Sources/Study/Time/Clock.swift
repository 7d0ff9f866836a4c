public import Scheduling

/// Tells the time, and lets time pass where it is not the world's.
public protocol Clock: AnyObject {
  /// Now.
  func now() -> Moment

  /// Tells the clock that a rating took so long; a clock of the world takes no notice.
  func pass(_ duration: Milliseconds)
}
