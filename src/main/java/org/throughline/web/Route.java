package org.throughline.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Action;
import org.throughline.access.Rates;

/**
 * One route: how it is called, what one must be allowed to do, whom it is about, and what it does.
 *
 * @param path as Javalin writes it, with the prefix of the API
 * @param action what one must be allowed to do; null for the few that are open to everybody
 * @param about whose record it touches
 * @param limit how often one may call it
 */
record Route(
    HandlerType method,
    String path,
    @Nullable Action action,
    About about,
    Rates.Limit limit,
    Handler handler) {

  /** Whose record a route touches, and what its path parameter "id" names. */
  enum About {
    /** No client's. */
    NOBODY,
    /** That of each client with whom the caller may do such a thing; the handler filters. */
    EACH,
    /** The client's whose id stands in the path. */
    CLIENT,
    /** The client's whose session or check-in stands in the path. */
    ENTRY,
    /** The client's whose coding stands in the path. */
    CODING
  }

  Route {
    if (action == null ? about != About.NOBODY : action.isOfClient() == (about == About.NOBODY)) {
      throw new IllegalArgumentException(path + ": action and what it is about do not go together");
    }
    boolean named = path.contains("{id}");
    if (about != About.NOBODY && about != About.EACH && !named) {
      throw new IllegalArgumentException(path + ": names nobody in {id}");
    }
  }

  static Route get(String path, Action action, About about, Handler handler) {
    return of(HandlerType.GET, path, action, about, handler);
  }

  static Route post(String path, Action action, About about, Handler handler) {
    return of(HandlerType.POST, path, action, about, handler);
  }

  static Route put(String path, Action action, About about, Handler handler) {
    return of(HandlerType.PUT, path, action, about, handler);
  }

  static Route delete(String path, Action action, About about, Handler handler) {
    return of(HandlerType.DELETE, path, action, about, handler);
  }

  /** Open to everybody, known or not: has to be so by what it is, not by convenience. */
  static Route open(HandlerType method, String path, Handler handler) {
    return new Route(method, path, null, About.NOBODY, Rates.Limit.REQUEST, handler);
  }

  private static Route of(
      HandlerType method, String path, Action action, About about, Handler handler) {
    return new Route(method, Routes.API + path, action, about, Rates.Limit.REQUEST, handler);
  }

  /** The same, to be called more seldom. */
  Route within(Rates.Limit seldom) {
    return new Route(method, path, action, about, seldom, handler);
  }

  /** Whether it changes nothing. */
  boolean reads() {
    return method.equals(HandlerType.GET);
  }

  /** "GET /api/v1/clients". */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
