package org.throughline.web;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static org.throughline.access.Action.*;
import static org.throughline.web.Route.About.CLIENT;
import static org.throughline.web.Route.About.CODING;
import static org.throughline.web.Route.About.EACH;
import static org.throughline.web.Route.About.ENTRY;
import static org.throughline.web.Route.About.NOBODY;
import static org.throughline.web.Route.delete;
import static org.throughline.web.Route.get;
import static org.throughline.web.Route.open;
import static org.throughline.web.Route.post;
import static org.throughline.web.Route.put;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.access.Accounts;
import org.throughline.access.Action;
import org.throughline.access.ProviderLogins;
import org.throughline.access.Rates;
import org.throughline.access.Rates.Limit;
import org.throughline.access.Staff;
import org.throughline.desk.Desk;
import org.throughline.desk.view.Page;

/**
 * Every route there is, with what one must be allowed to do to call it. The contract of those under
 * {@link #API} is openapi.yaml.
 */
final class Routes {

  static final String API = "/api/v1";

  private Routes() {}

  /**
   * @param provider null where nobody logs in through an identity provider
   */
  static List<Route> of(
      Desk desk, Accounts accounts, Rates rates, @Nullable ProviderLogins provider) {
    Staff staff = desk.house().staff(accounts);
    List<Route> routes = new ArrayList<>();
    routes.addAll(doors(accounts, rates, provider));
    routes.addAll(provider(new ProviderRoutes(provider, accounts, staff)));
    routes.addAll(staff(staff));
    routes.addAll(records(desk));
    routes.addAll(quotes(desk));
    routes.addAll(custody(desk));
    routes.addAll(casework(desk));
    routes.addAll(findings(desk));
    routes.addAll(searches(desk));
    routes.addAll(codebooks(desk));
    routes.addAll(release(desk));
    routes.addAll(released(desk));
    routes.addAll(studies(desk));
    routes.addAll(coding(desk));
    routes.addAll(models(desk));
    routes.addAll(exchange(desk));
    routes.add(tokenActions(accounts, List.copyOf(routes)));
    return List.copyOf(routes);
  }

  /** What tokens can be made for: only what some route names is worth a token. */
  private static Route tokenActions(Accounts accounts, List<Route> routes) {
    return get(
        "/account/tokens/actions",
        KEEP_OWN_ACCOUNT,
        NOBODY,
        ctx ->
            ctx.json(
                Page.whole(
                    accounts.tokenActions(AccountRoutes.person(ctx)).stream()
                        .filter(action -> routes.stream().anyMatch(r -> r.action() == action))
                        .map(Action::id)
                        .toList())));
  }

  /** What is open to everybody, and the login. */
  private static List<Route> doors(
      Accounts accounts, Rates rates, @Nullable ProviderLogins provider) {
    var session = new SessionRoutes(accounts, provider);
    var account = new AccountRoutes(accounts, rates);
    return List.of(
        open(GET, "/", PageFiles::index),
        open(GET, "/page/<file>", PageFiles::file),
        open(GET, API + "/openapi.yaml", ReadingRoutes::contract),
        open(POST, API + "/setup", account::setUp),
        open(POST, API + "/session", session::login),
        get("/session", KEEP_OWN_ACCOUNT, NOBODY, session::whoAmI),
        delete("/session", KEEP_OWN_ACCOUNT, NOBODY, session::logout),
        delete("/session/others", KEEP_OWN_ACCOUNT, NOBODY, session::logoutElsewhere),
        post("/session/proof", KEEP_OWN_ACCOUNT, NOBODY, session::prove),
        put("/account/password", KEEP_OWN_ACCOUNT, NOBODY, account::changePassword),
        post("/account/phone", KEEP_OWN_ACCOUNT, NOBODY, account::newPhone),
        get("/account/tokens", KEEP_OWN_ACCOUNT, NOBODY, account::tokens),
        post("/account/tokens", KEEP_OWN_ACCOUNT, NOBODY, account::issueToken),
        delete("/account/tokens/{id}", KEEP_OWN_ACCOUNT, NOBODY, account::revokeToken));
  }

  private static List<Route> provider(ProviderRoutes provider) {
    return List.of(
        open(GET, API + "/session/provider", provider::provider),
        open(POST, API + "/session/provider", provider::begin),
        open(GET, ProviderRoutes.RETURN, provider::finish),
        post("/session/proof/provider", KEEP_OWN_ACCOUNT, NOBODY, provider::beginProof),
        put("/accounts/{id}/identity", MANAGE_ACCOUNTS, NOBODY, provider::link),
        delete("/accounts/{id}/identity", MANAGE_ACCOUNTS, NOBODY, provider::unlink));
  }

  private static List<Route> staff(Staff keeping) {
    var staff = new StaffRoutes(keeping);
    return List.of(
        get("/accounts", MANAGE_ACCOUNTS, NOBODY, staff::accounts),
        post("/accounts", MANAGE_ACCOUNTS, NOBODY, staff::invite),
        post("/accounts/{id}/invitation", MANAGE_ACCOUNTS, NOBODY, staff::inviteAgain),
        put("/accounts/{id}/roles", MANAGE_ACCOUNTS, NOBODY, staff::setRoles),
        put("/accounts/{id}/state", MANAGE_ACCOUNTS, NOBODY, staff::setState),
        get("/ties", MANAGE_TIES, NOBODY, staff::ties),
        post("/ties", MANAGE_TIES, NOBODY, staff::tie),
        delete("/ties/{id}", MANAGE_TIES, NOBODY, staff::untie));
  }

  private static List<Route> records(Desk desk) {
    var clients = new ClientRoutes(desk);
    var reports = new ReportRoutes(desk);
    var reading = new ReadingRoutes(desk);
    var uploads = new UploadRoutes(desk);
    var revisions = new RevisionRoutes(desk);
    return List.of(
        get("/clients", READ_CLIENT, EACH, clients::list),
        post("/clients", CREATE_CLIENT, NOBODY, clients::add),
        get("/clients/{id}", READ_CLIENT, CLIENT, clients::get),
        get("/clients/{id}/consents", READ_CONSENT, CLIENT, clients::consents),
        put("/clients/{id}/consents/{scope}", RECORD_CONSENT, CLIENT, clients::putConsent),
        get("/clients/{id}/sessions", LIST_ENTRIES, CLIENT, clients::sessions),
        post("/clients/{id}/sessions", ADD_ENTRY, CLIENT, uploads::upload).within(Limit.UPLOAD),
        post("/clients/{id}/sessions/preview", ADD_ENTRY, CLIENT, uploads::preview)
            .within(Limit.PREVIEW),
        get("/clients/{id}/missed-sessions", LIST_ENTRIES, CLIENT, clients::missed),
        post("/clients/{id}/missed-sessions", ADD_ENTRY, CLIENT, clients::addMissed),
        post("/clients/{id}/check-ins", ADD_ENTRY, CLIENT, clients::addCheckIn),
        get("/clients/{id}/trajectory", READ_TRAJECTORY, CLIENT, clients::trajectory),
        get("/clients/{id}/reports/{name}", READ_REPORT, CLIENT, reports::report),
        get("/sessions/{id}", READ_ENTRY, ENTRY, reading::session),
        post("/sessions/{id}/codings", DECIDE_CODING, ENTRY, reading::addCoding),
        post("/sessions/{id}/corrections", ADD_ENTRY, ENTRY, revisions::correct),
        delete("/sessions/{id}/corrections/{number}", ADD_ENTRY, ENTRY, revisions::undo),
        put("/sessions/{id}/roles", ADD_ENTRY, ENTRY, revisions::reassign),
        post("/codings/{id}/decisions", DECIDE_CODING, CODING, reading::decide));
  }

  private static List<Route> quotes(Desk desk) {
    var quotes = new QuoteRoutes(desk);
    return List.of(
        get("/quotes", SEARCH_QUOTES, EACH, quotes::search).within(Limit.SEARCH),
        get("/quotes/lines", SEARCH_QUOTES, EACH, quotes::lines).within(Limit.SEARCH),
        get("/quotes/groups", SEARCH_QUOTES, EACH, quotes::groups).within(Limit.SEARCH),
        get("/quotes/sample", SEARCH_QUOTES, EACH, quotes::sample).within(Limit.SEARCH),
        get("/quotes/suggestions", READ_CODEBOOKS, NOBODY, quotes::suggestions),
        get("/quotes/like", SEARCH_QUOTES, EACH, quotes::like).within(Limit.SEARCH),
        post("/quotes/exports", EXPORT_CLIENT, EACH, quotes::export).within(Limit.EXPORT));
  }

  private static List<Route> searches(Desk desk) {
    var searches = new SearchRoutes(desk);
    var batches = new BatchRoutes(desk);
    return List.of(
        get("/searches", SEARCH_QUOTES, EACH, searches::all),
        post("/searches", SEARCH_QUOTES, EACH, searches::keep),
        delete("/searches/{id}", SEARCH_QUOTES, EACH, searches::forget),
        get("/searches/{id}/quotes", SEARCH_QUOTES, EACH, searches::run).within(Limit.SEARCH),
        post("/coding-batches", DECIDE_CODING, EACH, batches::code),
        get("/coding-batches/{id}", DECIDE_CODING, EACH, batches::get),
        post("/coding-batches/{id}/undo", DECIDE_CODING, EACH, batches::undo));
  }

  private static List<Route> custody(Desk desk) {
    var custody = new CustodyRoutes(desk);
    return List.of(
        delete("/clients/{id}", ERASE_CLIENT, CLIENT, custody::erase),
        post("/clients/{id}/export", EXPORT_CLIENT, CLIENT, custody::export).within(Limit.EXPORT),
        delete("/sessions/{id}", RETRACT_ENTRY, ENTRY, custody::retract),
        post("/sessions/{id}/reinstatement", RETRACT_ENTRY, ENTRY, custody::reinstate),
        get("/sessions/{id}/original", READ_ORIGINAL, ENTRY, custody::original),
        post("/sessions/{id}/reveal", REVEAL_IDENTIFIERS, ENTRY, custody::reveal)
            .within(Limit.REVEAL),
        get("/audit", READ_AUDIT, NOBODY, custody::audit),
        get("/audit/verification", READ_AUDIT, NOBODY, custody::verify).within(Limit.WHOLE_LOG));
  }

  /** What is written down beside the sessions. */
  private static List<Route> casework(Desk desk) {
    var measures = new MeasureRoutes(desk);
    var particulars = new ParticularRoutes(desk);
    return List.of(
        get("/questionnaires", READ_CODEBOOKS, NOBODY, measures::questionnaires),
        get("/clients/{id}/measures", READ_TRAJECTORY, CLIENT, measures::board),
        post("/clients/{id}/measures", ADD_ENTRY, CLIENT, measures::add),
        delete("/clients/{id}/measures/{entry}", RETRACT_ENTRY, CLIENT, measures::withdraw),
        get("/clients/{id}/profile", READ_TRAJECTORY, CLIENT, particulars::profile),
        put("/clients/{id}/profile", CHANGE_CLIENT, CLIENT, particulars::putProfile),
        get("/sessions/{id}/setting", LIST_ENTRIES, ENTRY, particulars::setting),
        put("/sessions/{id}/setting", CHANGE_CLIENT, ENTRY, particulars::putSetting),
        delete(
            "/clients/{id}/missed-sessions/{missed}",
            RETRACT_ENTRY,
            CLIENT,
            particulars::retractMissed));
  }

  /** What people make of it: problems, findings, reports about many. */
  private static List<Route> findings(Desk desk) {
    var problems = new ProblemRoutes(desk);
    var claims = new ClaimRoutes(desk);
    var reports = new ReportRoutes(desk);
    var cohorts = new CohortRoutes(desk);
    String problem = "/clients/{id}/problems/{problem}";
    String manifest = "/clients/{id}/manifests/{manifest}";
    return List.of(
        get("/clients/{id}/problems", READ_TRAJECTORY, CLIENT, problems::strips),
        post("/clients/{id}/problems", DECIDE_CODING, CLIENT, problems::name),
        put(problem + "/name", DECIDE_CODING, CLIENT, problems::rename),
        get(problem + "/candidates", READ_TRAJECTORY, CLIENT, problems::candidates),
        post(problem + "/passages", DECIDE_CODING, CLIENT, problems::link),
        delete(problem + "/passages", DECIDE_CODING, CLIENT, problems::unlink),
        post(problem + "/stages", DECIDE_CODING, CLIENT, problems::stage),
        post(problem + "/setbacks", DECIDE_CODING, CLIENT, problems::explain),
        get("/clients/{id}/claims", READ_TRAJECTORY, CLIENT, claims::all),
        post("/clients/{id}/claims/evidence", READ_TRAJECTORY, CLIENT, claims::open),
        post("/clients/{id}/claims/reviews", DECIDE_CODING, CLIENT, claims::review),
        post("/clients/{id}/claims/client-words", DECIDE_CODING, CLIENT, claims::clientsWord),
        get("/clients/{id}/manifests", READ_REPORT, CLIENT, reports::manifests),
        get(manifest, READ_REPORT, CLIENT, reports::manifest),
        post(manifest + "/verification", READ_REPORT, CLIENT, reports::verify),
        get("/cohort-reports", READ_REPORT, EACH, cohorts::printed),
        post("/cohort-reports", READ_REPORT, EACH, cohorts::report).within(Limit.SEARCH),
        get("/exceptions", READ_REPORT, EACH, cohorts::exceptions).within(Limit.SEARCH));
  }

  /** From the clinical record to research. */
  private static List<Route> release(Desk desk) {
    var release = new ReleaseRoutes(desk);
    String card = "/clients/{id}/identity-card";
    String review = "/sessions/{id}/review";
    return List.of(
        get(card, READ_IDENTITY, CLIENT, release::card).within(Limit.REVEAL),
        put(card, CHANGE_IDENTITY, CLIENT, release::keepCard),
        get("/reviews", REVIEW_DEIDENTIFICATION, EACH, release::queue),
        post("/clients/{id}/drafts", REVIEW_DEIDENTIFICATION, CLIENT, release::draft)
            .within(Limit.UPLOAD),
        get(review, REVIEW_DEIDENTIFICATION, ENTRY, release::review),
        post(review, REVIEW_DEIDENTIFICATION, ENTRY, release::open),
        post(review + "/decisions", REVIEW_DEIDENTIFICATION, ENTRY, release::decide),
        post(review + "/approvals", REVIEW_DEIDENTIFICATION, ENTRY, release::approve),
        get("/releases", RELEASE_TO_RESEARCH, EACH, release::releases),
        post("/sessions/{id}/release", RELEASE_TO_RESEARCH, ENTRY, release::release),
        delete("/sessions/{id}/release", RELEASE_TO_RESEARCH, ENTRY, release::recall));
  }

  /** Released text, all of it together. */
  private static List<Route> released(Desk desk) {
    var released = new ReleasedRoutes(desk);
    return List.of(
        get("/released/quotes", RUN_STUDY, NOBODY, released::search).within(Limit.SEARCH),
        get("/released/lines", RUN_STUDY, NOBODY, released::lines).within(Limit.SEARCH),
        get("/released/counts", RUN_STUDY, NOBODY, released::counts).within(Limit.SEARCH));
  }

  private static List<Route> studies(Desk desk) {
    var studies = new StudyRoutes(desk);
    return List.of(
        get("/studies", RUN_STUDY, NOBODY, studies::list),
        post("/studies", RUN_STUDY, NOBODY, studies::begin),
        get("/studies/{id}", RUN_STUDY, NOBODY, studies::get),
        put("/studies/{id}/codes", RUN_STUDY, NOBODY, studies::setCodes),
        post("/studies/{id}/corpus", RUN_STUDY, NOBODY, studies::pin),
        post("/studies/{id}/assignments", RUN_STUDY, NOBODY, studies::assign),
        get("/studies/{id}/sessions", RUN_STUDY, NOBODY, studies::progress),
        get("/researchers", RUN_STUDY, NOBODY, studies::researchers),
        get("/studies/{id}/agreement", RUN_STUDY, NOBODY, studies::agreement),
        get("/studies/{id}/themes", RUN_STUDY, NOBODY, studies::themes),
        get("/studies/{id}/quotes", RUN_STUDY, NOBODY, studies::quotes),
        get("/studies/{id}/codings.csv", RUN_STUDY, NOBODY, studies::table),
        get("/studies/{id}/project.qdpx", RUN_STUDY, NOBODY, studies::project),
        post("/studies/{id}/imports", RUN_STUDY, NOBODY, studies::take).within(Limit.UPLOAD),
        post("/studies/{id}/freeze", RUN_STUDY, NOBODY, studies::freeze));
  }

  private static List<Route> coding(Desk desk) {
    var studies = new StudyRoutes(desk);
    String task = "/studies/{id}/tasks/{session}";
    String side = "/studies/{id}/adjudication/{session}";
    return List.of(
        get("/studies/{id}/tasks", RUN_STUDY, NOBODY, studies::tasks),
        get(task, RUN_STUDY, NOBODY, studies::task),
        post(task + "/codings", RUN_STUDY, NOBODY, studies::code),
        post(task + "/finish", RUN_STUDY, NOBODY, studies::finish),
        delete("/studies/{id}/codings/{coding}", RUN_STUDY, NOBODY, studies::remove),
        get(side, RUN_STUDY, NOBODY, studies::adjudication),
        post(side, RUN_STUDY, NOBODY, studies::settle),
        get("/studies/{id}/training/{session}", RUN_STUDY, NOBODY, studies::training),
        get("/studies/{id}/memos", RUN_STUDY, NOBODY, studies::memos),
        post("/studies/{id}/memos", RUN_STUDY, NOBODY, studies::memo));
  }

  private static List<Route> models(Desk desk) {
    var models = new ModelRoutes(desk);
    return List.of(
        get("/models", READ_CODEBOOKS, NOBODY, models::all),
        post("/models", CHANGE_CODEBOOKS, NOBODY, models::learn).within(Limit.PREVIEW),
        put("/models/{code}/state", CHANGE_CODEBOOKS, NOBODY, models::switchTo),
        post("/models/{code}/verification", CHANGE_CODEBOOKS, NOBODY, models::verify)
            .within(Limit.PREVIEW),
        post("/clients/{id}/suggestions", DECIDE_CODING, CLIENT, models::look));
  }

  private static List<Route> exchange(Desk desk) {
    var exchange = new ExchangeRoutes(desk);
    return List.of(
        get("/exchange/codebooks.qdc", READ_CODEBOOKS, NOBODY, exchange::codebooks),
        post("/exchange/readings", RUN_STUDY, NOBODY, exchange::look).within(Limit.UPLOAD));
  }

  private static List<Route> codebooks(Desk desk) {
    var reading = new ReadingRoutes(desk);
    var texts = new CodebookRoutes(desk);
    return List.of(
        get("/codebooks", READ_CODEBOOKS, NOBODY, reading::codebooks),
        get("/codebooks/{name}", READ_CODEBOOKS, NOBODY, reading::codebook),
        get("/codebooks/{name}/figures", READ_CODEBOOKS, NOBODY, texts::figures),
        get("/codebooks/{name}/source", READ_CODEBOOKS, NOBODY, texts::source),
        get("/codebooks/{name}/versions", READ_CODEBOOKS, NOBODY, texts::versions),
        get("/codebooks/{name}/versions/{hash}", READ_CODEBOOKS, NOBODY, texts::version),
        post("/codebooks/{name}/check", CHANGE_CODEBOOKS, NOBODY, texts::check),
        post("/codebooks/{name}/preview", CHANGE_CODEBOOKS, NOBODY, texts::preview)
            .within(Limit.PREVIEW),
        put("/codebooks/{name}", CHANGE_CODEBOOKS, NOBODY, texts::save));
  }
}
