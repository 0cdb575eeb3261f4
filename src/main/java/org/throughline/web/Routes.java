package org.throughline.web;

import io.javalin.config.RoutesConfig;
import org.throughline.desk.Desk;

/** Every route there is. The contract of those under {@link #API} is openapi.yaml. */
final class Routes {

  static final String API = "/api/v1";

  private Routes() {}

  static void register(RoutesConfig routes, Desk desk) {
    var clients = new ClientRoutes(desk);
    var reports = new ReportRoutes(desk);
    var reading = new ReadingRoutes(desk);

    routes.get(API + "/clients", clients::list);
    routes.post(API + "/clients", clients::add);
    routes.get(API + "/clients/{id}", clients::get);
    routes.get(API + "/clients/{id}/consents", clients::consents);
    routes.put(API + "/clients/{id}/consents/{scope}", clients::putConsent);
    routes.get(API + "/clients/{id}/sessions", clients::sessions);
    routes.post(API + "/clients/{id}/sessions", clients::upload);
    routes.get(API + "/clients/{id}/missed-sessions", clients::missed);
    routes.post(API + "/clients/{id}/missed-sessions", clients::addMissed);
    routes.post(API + "/clients/{id}/check-ins", clients::addCheckIn);
    routes.get(API + "/clients/{id}/trajectory", clients::trajectory);
    routes.get(API + "/clients/{id}/reports/{name}", reports::report);
    routes.get(API + "/sessions/{id}", reading::session);
    routes.post(API + "/codings/{id}/decisions", reading::decide);
    routes.get(API + "/quotes", reading::quotes);
    routes.get(API + "/codebooks", reading::codebooks);
    routes.get(API + "/codebooks/{name}", reading::codebook);
    routes.get(API + "/openapi.yaml", ReadingRoutes::contract);

    routes.get("/", PageFiles::index);
    routes.get("/page/<file>", PageFiles::file);
  }
}
