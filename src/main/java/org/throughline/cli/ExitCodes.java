package org.throughline.cli;

import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.throughline.codebook.BrokenCodebook;
import org.throughline.record.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.ParseResult;

/** The one place where a failure becomes words and a number. */
final class ExitCodes implements IExecutionExceptionHandler, IExitCodeExceptionMapper {

  static final int FINE = 0;
  static final int PROBLEMS_FOUND = 1;
  static final int WRONG_INPUT = 2;
  static final int BUG = 70;

  private static final int FRAMES = 12;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    command.getErr().println(words(failure));
    return getExitCode(failure);
  }

  @Override
  public int getExitCode(Throwable failure) {
    return switch (failure) {
      case CommandLine.ParameterException wrong -> WRONG_INPUT;
      case InputException wrong -> WRONG_INPUT;
      case BrokenCodebook broken -> WRONG_INPUT;
      case IllegalArgumentException wrong -> WRONG_INPUT;
      case StoreException.Damaged damaged -> PROBLEMS_FOUND;
      case StoreException refused -> WRONG_INPUT;
      case FileSystemException unreadable -> WRONG_INPUT;
      case FileNotFoundException unreadable -> WRONG_INPUT;
      default -> BUG;
    };
  }

  private String words(Exception failure) {
    return switch (failure) {
      case NoSuchFileException none -> "There is no file " + none.getFile();
      case FileSystemException unreadable -> "Cannot use " + unreadable.getFile();
      default ->
          getExitCode(failure) == BUG ? bug(failure) : "throughline: " + failure.getMessage();
    };
  }

  /** Where, and nothing else: a message might hold a client's words. */
  private static String bug(Throwable failure) {
    var text =
        new StringBuilder("This is a bug in Throughline. Please report these lines; they hold no")
            .append(" client's words.");
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(System.lineSeparator()).append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append(System.lineSeparator()).append("    at ").append(frames[i]);
      }
    }
    return text.toString();
  }
}
