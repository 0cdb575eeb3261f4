package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.identity.ProviderSettings;
import org.throughline.web.ServerSettings;
import picocli.CommandLine;

class ProviderOptionsTest {

  private static @Nullable ProviderSettings read(String... arguments) {
    var options = new ProviderOptions();
    new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
    return options.settings(Map.of(ProviderOptions.SECRET, "zebra"));
  }

  @Test
  void nothingSetIsNoProvider() {
    assertThat(read()).isNull();
  }

  @Test
  void allOfItIsRead() {
    ProviderSettings settings =
        Objects.requireNonNull(
            read(
                "--oidc-issuer=https://login.clinic.example/realms/staff",
                "--oidc-client=throughline",
                "--oidc-name=Clinic login",
                "--oidc-host=keys.clinic.example",
                "--oidc-acr=mfa",
                "--public-address=https://throughline.clinic.example"));
    assertThat(settings.client()).isEqualTo("throughline");
    assertThat(settings.secret()).isEqualTo("zebra");
    assertThat(settings.name()).isEqualTo("Clinic login");
    assertThat(settings.hosts()).containsExactly("keys.clinic.example");
    assertThat(settings.assurance()).isEqualTo("mfa");
    assertThat(settings.address()).hasHost("throughline.clinic.example");
    assertThat(settings.toString()).doesNotContain("zebra");
  }

  @Test
  void whatIsMissingOrUnsafeIsNamed() {
    assertThatThrownBy(() -> read("--oidc-client=throughline"))
        .hasMessageContaining("--oidc-issuer");
    assertThatThrownBy(() -> read("--oidc-issuer=https://login.example"))
        .hasMessageContaining("client id");
    assertThatThrownBy(() -> read("--oidc-issuer=http://login.example", "--oidc-client=x"))
        .hasMessageContaining("https://");
    assertThatThrownBy(
            () ->
                read(
                    "--oidc-issuer=https://login.example",
                    "--oidc-client=x",
                    "--public-address=http://throughline.example"))
        .hasMessageContaining("https://");
  }

  @Test
  void aServerForOthersHasToSayHowBrowsersReachIt() {
    var there =
        ServerSettings.loopback(0)
            .on("0.0.0.0", new ServerSettings.Tls(java.nio.file.Path.of("clinic.p12"), "x"));
    assertThatThrownBy(
            () -> there.with(read("--oidc-issuer=https://login.example", "--oidc-client=x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--public-address");
  }
}
