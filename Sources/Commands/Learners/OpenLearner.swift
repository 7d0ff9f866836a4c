import Foundation
import Language
import LearnerStore
import Scheduling
import Study

/// A learner's file, opened for a command.
struct OpenLearner {
  /// The learner's name.
  let name: LearnerName

  /// The file.
  let store: LearnerStore
}

extension LearnerOptions {
  /// Opens the learner's file, making it where there is none.
  func openOrCreate(in context: CommandContext, seed: UInt64? = nil) throws -> OpenLearner {
    let locations = try Locations(data: place.data, environment: context.environment)
    let name = try learnerName(in: context)
    let folder = LearnerFolder(dataFolder: locations.data)
    try folder.prepare()
    let device = try device(at: locations.deviceFile, seed: seed)
    let path = folder.path(of: name)
    let plan = try backupPlan(in: context)
    return OpenLearner(
      name: name,
      store: try LearnerStore.open(path: path, access: .create(as: device), backup: plan)
    )
  }

  /// Opens the learner's file to read from.
  ///
  /// - Throws: `CommandFailure.unknownLearner` where there is none.
  func openToRead(in context: CommandContext) throws -> OpenLearner {
    let locations = try Locations(data: place.data, environment: context.environment)
    let name = try learnerName(in: context)
    let folder = LearnerFolder(dataFolder: locations.data)
    guard fileKind(at: folder.path(of: name)) != nil else {
      throw CommandFailure.unknownLearner(name.text, known: try folder.learners().map(\.text))
    }
    do {
      return OpenLearner(
        name: name,
        store: try LearnerStore.open(path: folder.path(of: name), access: .readOnly)
      )
    } catch LearnerFileFailure.readOnly {
      // A file of an earlier version; opening it to write brings it up to date.
      return try openOrCreate(in: context)
    }
  }

  /// This machine's id.
  func device(in context: CommandContext) throws -> DeviceID {
    let locations = try Locations(data: place.data, environment: context.environment)
    return try device(at: locations.deviceFile, seed: nil)
  }

  private func device(at path: String, seed: UInt64?) throws -> DeviceID {
    guard let seed else {
      var random = SystemRandomNumberGenerator()
      return try DeviceFile(path: path).device(using: &random)
    }
    var random = SplitMix(seed: seed)
    return try DeviceFile(path: path).device(using: &random)
  }

  /// Whether the learner has a file.
  func hasFile(in context: CommandContext) throws -> Bool {
    let locations = try Locations(data: place.data, environment: context.environment)
    let folder = LearnerFolder(dataFolder: locations.data)
    return try fileKind(at: folder.path(of: learnerName(in: context))) != nil
  }

  /// The learner's name: the option's, else the environment's, else the user's.
  ///
  /// - Throws: `CommandFailure.learnerName` where it cannot be one.
  func learnerName(in context: CommandContext) throws -> LearnerName {
    let given = learner ?? context.environment["WENGU_LEARNER"].flatMap { $0.isEmpty ? nil : $0 }
    let text = given ?? userName()
    do {
      return try LearnerName(text)
    } catch {
      throw CommandFailure.learnerName(text, error)
    }
  }

  private func userName() -> String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "learner" }
    return String(cString: name)
  }
}
