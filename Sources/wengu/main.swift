import Commands
import Foundation

let status = Commands.run(
  Array(CommandLine.arguments.dropFirst()),
  environment: ProcessInfo.processInfo.environment
)
exit(status.rawValue)
