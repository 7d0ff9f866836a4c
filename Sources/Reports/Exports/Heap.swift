/// A binary heap: the first of its elements is at hand, adding or removing one takes logarithmic time.
struct Heap<Element> {
  private var elements: [Element] = []
  private let isBefore: (Element, Element) -> Bool

  /// An empty heap in an order.
  init(by isBefore: @escaping (Element, Element) -> Bool) {
    self.isBefore = isBefore
  }

  /// Takes the element before all others away, if it meets a condition.
  mutating func removeFirst(if condition: (Element) -> Bool) -> Element? {
    guard let first = elements.first, condition(first) else { return nil }
    return removeFirst()
  }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBefore(elements[child], elements[parent]) else { return }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return first }
    elements[0] = last
    var parent = 0
    while let child = firstChild(of: parent), isBefore(elements[child], elements[parent]) {
      elements.swapAt(child, parent)
      parent = child
    }
    return first
  }

  private func firstChild(of parent: Int) -> Int? {
    let left = 2 * parent + 1
    guard left < elements.count else { return nil }
    let right = left + 1
    guard right < elements.count else { return left }
    return isBefore(elements[right], elements[left]) ? right : left
  }
}
