package dev.gatehouse.pulumi.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

final class UrnFactoryTest {
  private static final String STACK = "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev";
  private static final String API = "urn:pulumi:dev::demo::demo:Api::api";

  private final UrnFactory urns = new UrnFactory("demo", "dev");

  @Test
  void typeIsQualifiedByTheTypesOfTheComponentsAround() {
    assertThat(urns.urn(STACK, "aws:Pool", "users"))
        .isEqualTo("urn:pulumi:dev::demo::aws:Pool::users");
    assertThat(urns.urn(API, "aws:Stage", "prod"))
        .isEqualTo("urn:pulumi:dev::demo::demo:Api$aws:Stage::prod");
  }

  @Test
  void aliasIsTheUrnWithTheOldParts() {
    assertThat(urns.aliases(request(Alias.Spec.newBuilder().setName("users").build())))
        .containsExactly("urn:pulumi:dev::demo::demo:Api$aws:Pool::users");
    assertThat(urns.aliases(request(Alias.Spec.newBuilder().setType("aws:Old").build())))
        .containsExactly("urn:pulumi:dev::demo::demo:Api$aws:Old::users");
    assertThat(urns.aliases(request(Alias.Spec.newBuilder().setNoParent(true).build())))
        .containsExactly("urn:pulumi:dev::demo::aws:Pool::users");
  }

  @Test
  void aliasMayBeAUrn() {
    RegisterResourceRequest request =
        RegisterResourceRequest.newBuilder()
            .addAliasURNs("urn:b")
            .addAliases(Alias.newBuilder().setUrn("urn:a"))
            .build();

    assertThat(urns.aliases(request)).containsExactly("urn:a", "urn:b");
  }

  private static RegisterResourceRequest request(Alias.Spec spec) {
    return RegisterResourceRequest.newBuilder()
        .setParent(API)
        .setType("aws:Pool")
        .setName("users")
        .addAliases(Alias.newBuilder().setSpec(spec))
        .build();
  }
}
