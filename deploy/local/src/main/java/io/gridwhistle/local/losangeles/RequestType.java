package io.gridwhistle.local.losangeles;

import io.gridwhistle.local.folder.CaseClass;
import io.gridwhistle.local.folder.Policy;
import io.gridwhistle.local.folder.Responsibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A type of request with everything that is known from the requests of that type. */
record RequestType(String name, List<Request> requests) {

    static List<RequestType> allOf(List<Request> requests) {
        Map<String, List<Request>> byName = requests.stream()
                .collect(Collectors.groupingBy(Request::type, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(entry -> new RequestType(entry.getKey(), entry.getValue()))
                .toList();
    }

    CaseClass caseClass() {
        boolean component = name.toLowerCase(Locale.ROOT).contains("streetlight");
        return new CaseClass(
                Slug.of(name),
                name,
                component ? CaseClass.Kind.COMPONENT : CaseClass.Kind.EVENT,
                CaseClass.First.OWNER,
                CaseClass.Acceptance.AUTOMATIC,
                null,
                Departments.name(Departments.mainOwner(requests)),
                null);
    }

    Responsibility responsibility() {
        String owner = Slug.of(Departments.mainOwner(requests));
        return new Responsibility(Slug.of(name), Responsibility.ANY, owner, Responsibility.Role.OWNER);
    }

    Policy policy() {
        return Policy.forClass(Slug.of(name), HandleTimes.clocks(requests));
    }
}
