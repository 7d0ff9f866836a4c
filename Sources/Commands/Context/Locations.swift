/// Where a learner's things lie, by the XDG base directory rules.
struct Locations {
  /// The folder that holds the folder of learner files.
  let data: String

  /// The file that names this device; never beside the learner files, so that copying those copies no name.
  let deviceFile: String

  /// The file of the key for pseudonyms; beside the device's name, for the same reason.
  let pseudonymKey: String

  /// The places that the environment gives; `--data` moves the learner files.
  ///
  /// - Throws: `CommandFailure.noHome` where neither an option nor the environment names a folder.
  init(data option: String?, environment: [String: String]) throws {
    func folder(_ variable: String, _ fallback: String) -> String? {
      if let value = environment[variable], value.hasPrefix("/") { return value + "/wengu" }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return home + fallback + "/wengu"
    }
    guard let data = option.map(absolutePath) ?? folder("XDG_DATA_HOME", "/.local/share"),
      let state = folder("XDG_STATE_HOME", "/.local/state") ?? option.map({ absolutePath($0) + "/state" })
    else { throw CommandFailure.noHome }
    self.data = data
    deviceFile = state + "/device"
    pseudonymKey = state + "/pseudonym-key"
  }
}
