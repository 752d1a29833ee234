// Made from docs/reference/openapi/user.json by test/api/openapi.sh --write.
export interface paths {
  "/": {
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/accounts": {
    /** Erased ones are nameless: <id>@erased.invalid. */
    get: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.accounts.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.accounts.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.accounts.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.accounts.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.accounts.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.accounts.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.accounts.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.accounts.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          /** Whether it may sign in. */
          is_active?: parameters["rowFilter.accounts.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["accounts"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    post: {
      parameters: {
        body: {
          /** accounts */
          accounts?: definitions["accounts"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    delete: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.accounts.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.accounts.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.accounts.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.accounts.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.accounts.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.accounts.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.accounts.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.accounts.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          /** Whether it may sign in. */
          is_active?: parameters["rowFilter.accounts.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Erased ones are nameless: <id>@erased.invalid. */
    patch: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.accounts.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.accounts.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.accounts.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.accounts.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.accounts.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.accounts.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.accounts.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.accounts.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.accounts.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.accounts.last_login_at"];
          /** Whether it may sign in. */
          is_active?: parameters["rowFilter.accounts.is_active"];
        };
        body: {
          /** accounts */
          accounts?: definitions["accounts"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/anomalies": {
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the anomaly. */
          id?: parameters["rowFilter.anomalies.id"];
          /** Whose series it is in: id of organizations. */
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.anomalies.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.anomalies.metric"];
          /** When the value was measured. */
          at?: parameters["rowFilter.anomalies.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.anomalies.value"];
          /** The median of the series, or of its hour of the week. */
          expected?: parameters["rowFilter.anomalies.expected"];
          /** How far the value is off, in robust standard deviations. */
          z?: parameters["rowFilter.anomalies.z"];
          /** low, medium, high or critical. */
          severity?: parameters["rowFilter.anomalies.severity"];
          /** open or acknowledged. */
          status?: parameters["rowFilter.anomalies.status"];
          /** When it was found. */
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          /** When somebody acknowledged it; null: it is open. */
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          /** Who did: an account; null: nobody, or the account is gone. */
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          /** What was said then; null: nothing. */
          note?: parameters["rowFilter.anomalies.note"];
          /** The name of who acknowledged it; null: nobody, or the account is gone. */
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["anomalies"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    post: {
      parameters: {
        body: {
          /** anomalies */
          anomalies?: definitions["anomalies"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the anomaly. */
          id?: parameters["rowFilter.anomalies.id"];
          /** Whose series it is in: id of organizations. */
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.anomalies.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.anomalies.metric"];
          /** When the value was measured. */
          at?: parameters["rowFilter.anomalies.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.anomalies.value"];
          /** The median of the series, or of its hour of the week. */
          expected?: parameters["rowFilter.anomalies.expected"];
          /** How far the value is off, in robust standard deviations. */
          z?: parameters["rowFilter.anomalies.z"];
          /** low, medium, high or critical. */
          severity?: parameters["rowFilter.anomalies.severity"];
          /** open or acknowledged. */
          status?: parameters["rowFilter.anomalies.status"];
          /** When it was found. */
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          /** When somebody acknowledged it; null: it is open. */
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          /** Who did: an account; null: nobody, or the account is gone. */
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          /** What was said then; null: nothing. */
          note?: parameters["rowFilter.anomalies.note"];
          /** The name of who acknowledged it; null: nobody, or the account is gone. */
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
     * low, medium, high, critical.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the anomaly. */
          id?: parameters["rowFilter.anomalies.id"];
          /** Whose series it is in: id of organizations. */
          organization_id?: parameters["rowFilter.anomalies.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.anomalies.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.anomalies.metric"];
          /** When the value was measured. */
          at?: parameters["rowFilter.anomalies.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.anomalies.value"];
          /** The median of the series, or of its hour of the week. */
          expected?: parameters["rowFilter.anomalies.expected"];
          /** How far the value is off, in robust standard deviations. */
          z?: parameters["rowFilter.anomalies.z"];
          /** low, medium, high or critical. */
          severity?: parameters["rowFilter.anomalies.severity"];
          /** open or acknowledged. */
          status?: parameters["rowFilter.anomalies.status"];
          /** When it was found. */
          opened_at?: parameters["rowFilter.anomalies.opened_at"];
          /** When somebody acknowledged it; null: it is open. */
          acknowledged_at?: parameters["rowFilter.anomalies.acknowledged_at"];
          /** Who did: an account; null: nobody, or the account is gone. */
          acknowledged_by?: parameters["rowFilter.anomalies.acknowledged_by"];
          /** What was said then; null: nothing. */
          note?: parameters["rowFilter.anomalies.note"];
          /** The name of who acknowledged it; null: nobody, or the account is gone. */
          acknowledged_by_name?: parameters["rowFilter.anomalies.acknowledged_by_name"];
        };
        body: {
          /** anomalies */
          anomalies?: definitions["anomalies"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/answers": {
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    get: {
      parameters: {
        query: {
          /** About whom: as in discover and matches. */
          person?: parameters["rowFilter.answers.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.answers.display_name"];
          /** yes or no. */
          answer?: parameters["rowFilter.answers.answer"];
          /** When it was said, or corrected last. */
          answered_at?: parameters["rowFilter.answers.answered_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["answers"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    post: {
      parameters: {
        body: {
          /** answers */
          answers?: definitions["answers"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    delete: {
      parameters: {
        query: {
          /** About whom: as in discover and matches. */
          person?: parameters["rowFilter.answers.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.answers.display_name"];
          /** yes or no. */
          answer?: parameters["rowFilter.answers.answer"];
          /** When it was said, or corrected last. */
          answered_at?: parameters["rowFilter.answers.answered_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer. */
    patch: {
      parameters: {
        query: {
          /** About whom: as in discover and matches. */
          person?: parameters["rowFilter.answers.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.answers.display_name"];
          /** yes or no. */
          answer?: parameters["rowFilter.answers.answer"];
          /** When it was said, or corrected last. */
          answered_at?: parameters["rowFilter.answers.answered_at"];
        };
        body: {
          /** answers */
          answers?: definitions["answers"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/assignments": {
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the assignment. */
          id?: parameters["rowFilter.assignments.id"];
          /** Who serves: an account. */
          person?: parameters["rowFilter.assignments.person"];
          /** Where: id of vessels; null: a declared experience. */
          vessel?: parameters["rowFilter.assignments.vessel"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          /** As what: name of positions. */
          position?: parameters["rowFilter.assignments.position"];
          /** active, ended or declared. */
          status?: parameters["rowFilter.assignments.status"];
          /** First day aboard, in UTC. */
          started_on?: parameters["rowFilter.assignments.started_on"];
          /** Last day aboard, in UTC; null: still aboard, or not told. */
          ended_on?: parameters["rowFilter.assignments.ended_on"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["assignments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    post: {
      parameters: {
        body: {
          /** assignments */
          assignments?: definitions["assignments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the assignment. */
          id?: parameters["rowFilter.assignments.id"];
          /** Who serves: an account. */
          person?: parameters["rowFilter.assignments.person"];
          /** Where: id of vessels; null: a declared experience. */
          vessel?: parameters["rowFilter.assignments.vessel"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          /** As what: name of positions. */
          position?: parameters["rowFilter.assignments.position"];
          /** active, ended or declared. */
          status?: parameters["rowFilter.assignments.status"];
          /** First day aboard, in UTC. */
          started_on?: parameters["rowFilter.assignments.started_on"];
          /** Last day aboard, in UTC; null: still aboard, or not told. */
          ended_on?: parameters["rowFilter.assignments.ended_on"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
     * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
     * beginning; 403 another's, another status; 413 more than 20.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the assignment. */
          id?: parameters["rowFilter.assignments.id"];
          /** Who serves: an account. */
          person?: parameters["rowFilter.assignments.person"];
          /** Where: id of vessels; null: a declared experience. */
          vessel?: parameters["rowFilter.assignments.vessel"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.assignments.vessel_name"];
          /** As what: name of positions. */
          position?: parameters["rowFilter.assignments.position"];
          /** active, ended or declared. */
          status?: parameters["rowFilter.assignments.status"];
          /** First day aboard, in UTC. */
          started_on?: parameters["rowFilter.assignments.started_on"];
          /** Last day aboard, in UTC; null: still aboard, or not told. */
          ended_on?: parameters["rowFilter.assignments.ended_on"];
        };
        body: {
          /** assignments */
          assignments?: definitions["assignments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/audit_events": {
    /** Read it by pages: order=id.desc&id=lt.N. */
    get: {
      parameters: {
        query: {
          /** Number of the event. */
          id?: parameters["rowFilter.audit_events.id"];
          /** When the act began. */
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          /** Who did it: an account; null: work outside of requests. */
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          /** What was done, such as role.granted. */
          action?: parameters["rowFilter.audit_events.action"];
          /** To what, as relation/key. */
          object?: parameters["rowFilter.audit_events.object"];
          /** What else is to be known of the act, by name. */
          details?: parameters["rowFilter.audit_events.details"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["audit_events"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    post: {
      parameters: {
        body: {
          /** audit_events */
          audit_events?: definitions["audit_events"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    delete: {
      parameters: {
        query: {
          /** Number of the event. */
          id?: parameters["rowFilter.audit_events.id"];
          /** When the act began. */
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          /** Who did it: an account; null: work outside of requests. */
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          /** What was done, such as role.granted. */
          action?: parameters["rowFilter.audit_events.action"];
          /** To what, as relation/key. */
          object?: parameters["rowFilter.audit_events.object"];
          /** What else is to be known of the act, by name. */
          details?: parameters["rowFilter.audit_events.details"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Read it by pages: order=id.desc&id=lt.N. */
    patch: {
      parameters: {
        query: {
          /** Number of the event. */
          id?: parameters["rowFilter.audit_events.id"];
          /** When the act began. */
          happened_at?: parameters["rowFilter.audit_events.happened_at"];
          /** Who did it: an account; null: work outside of requests. */
          actor_id?: parameters["rowFilter.audit_events.actor_id"];
          /** What was done, such as role.granted. */
          action?: parameters["rowFilter.audit_events.action"];
          /** To what, as relation/key. */
          object?: parameters["rowFilter.audit_events.object"];
          /** What else is to be known of the act, by name. */
          details?: parameters["rowFilter.audit_events.details"];
        };
        body: {
          /** audit_events */
          audit_events?: definitions["audit_events"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/benchmarks": {
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    get: {
      parameters: {
        query: {
          /** The position: name of positions. */
          position?: parameters["rowFilter.benchmarks.position"];
          /** What it asks for, such as conscientiousness. */
          trait?: parameters["rowFilter.benchmarks.trait"];
          /** How much of it, 0 to 100. */
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          /** high, low or moderate; null: the trait's own. */
          polarity?: parameters["rowFilter.benchmarks.polarity"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["benchmarks"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    post: {
      parameters: {
        body: {
          /** benchmarks */
          benchmarks?: definitions["benchmarks"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    delete: {
      parameters: {
        query: {
          /** The position: name of positions. */
          position?: parameters["rowFilter.benchmarks.position"];
          /** What it asks for, such as conscientiousness. */
          trait?: parameters["rowFilter.benchmarks.trait"];
          /** How much of it, 0 to 100. */
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          /** high, low or moderate; null: the trait's own. */
          polarity?: parameters["rowFilter.benchmarks.polarity"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For employers and administrators. polarity: high, low or moderate; null: the trait's own. */
    patch: {
      parameters: {
        query: {
          /** The position: name of positions. */
          position?: parameters["rowFilter.benchmarks.position"];
          /** What it asks for, such as conscientiousness. */
          trait?: parameters["rowFilter.benchmarks.trait"];
          /** How much of it, 0 to 100. */
          benchmark?: parameters["rowFilter.benchmarks.benchmark"];
          /** high, low or moderate; null: the trait's own. */
          polarity?: parameters["rowFilter.benchmarks.polarity"];
        };
        body: {
          /** benchmarks */
          benchmarks?: definitions["benchmarks"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/blocks": {
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    get: {
      parameters: {
        query: {
          /** Whom one has blocked. */
          person?: parameters["rowFilter.blocks.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.blocks.display_name"];
          /** When. */
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["blocks"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    post: {
      parameters: {
        body: {
          /** blocks */
          blocks?: definitions["blocks"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    delete: {
      parameters: {
        query: {
          /** Whom one has blocked. */
          person?: parameters["rowFilter.blocks.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.blocks.display_name"];
          /** When. */
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
     * others hold all the same.
     */
    patch: {
      parameters: {
        query: {
          /** Whom one has blocked. */
          person?: parameters["rowFilter.blocks.person"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.blocks.display_name"];
          /** When. */
          blocked_at?: parameters["rowFilter.blocks.blocked_at"];
        };
        body: {
          /** blocks */
          blocks?: definitions["blocks"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/calibration": {
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    get: {
      parameters: {
        query: {
          /** Random name of the person. */
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          /** Rated photos that the taste is learnt from. */
          n?: parameters["rowFilter.calibration.n"];
          /** How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt. */
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          /** Whether the taste could be learnt. */
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          /** Name and version of the net that made the embeddings; null: too few people. */
          model?: parameters["rowFilter.calibration.model"];
          /** First day of the month (UTC) in which it was learnt last; null: too few people. */
          month?: parameters["rowFilter.calibration.month"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["calibration"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    post: {
      parameters: {
        body: {
          /** calibration */
          calibration?: definitions["calibration"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    delete: {
      parameters: {
        query: {
          /** Random name of the person. */
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          /** Rated photos that the taste is learnt from. */
          n?: parameters["rowFilter.calibration.n"];
          /** How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt. */
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          /** Whether the taste could be learnt. */
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          /** Name and version of the net that made the embeddings; null: too few people. */
          model?: parameters["rowFilter.calibration.model"];
          /** First day of the month (UTC) in which it was learnt last; null: too few people. */
          month?: parameters["rowFilter.calibration.month"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
     * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
     */
    patch: {
      parameters: {
        query: {
          /** Random name of the person. */
          pseudonym?: parameters["rowFilter.calibration.pseudonym"];
          /** Rated photos that the taste is learnt from. */
          n?: parameters["rowFilter.calibration.n"];
          /** How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt. */
          loo_rmse?: parameters["rowFilter.calibration.loo_rmse"];
          /** Whether the taste could be learnt. */
          calibration_complete?: parameters["rowFilter.calibration.calibration_complete"];
          /** Name and version of the net that made the embeddings; null: too few people. */
          model?: parameters["rowFilter.calibration.model"];
          /** First day of the month (UTC) in which it was learnt last; null: too few people. */
          month?: parameters["rowFilter.calibration.month"];
        };
        body: {
          /** calibration */
          calibration?: definitions["calibration"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/campaigns": {
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the campaign. */
          id?: parameters["rowFilter.campaigns.id"];
          /** The employer: id of organizations. */
          organization?: parameters["rowFilter.campaigns.organization"];
          /** The vessel that somebody is looked for: id of vessels. */
          vessel?: parameters["rowFilter.campaigns.vessel"];
          /** What is looked for: name of positions. */
          position?: parameters["rowFilter.campaigns.position"];
          /** As candidates are shown it, up to 300 characters. */
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          /** When it was made. */
          created_at?: parameters["rowFilter.campaigns.created_at"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["campaigns"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    post: {
      parameters: {
        body: {
          /** campaigns */
          campaigns?: definitions["campaigns"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the campaign. */
          id?: parameters["rowFilter.campaigns.id"];
          /** The employer: id of organizations. */
          organization?: parameters["rowFilter.campaigns.organization"];
          /** The vessel that somebody is looked for: id of vessels. */
          vessel?: parameters["rowFilter.campaigns.vessel"];
          /** What is looked for: name of positions. */
          position?: parameters["rowFilter.campaigns.position"];
          /** As candidates are shown it, up to 300 characters. */
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          /** When it was made. */
          created_at?: parameters["rowFilter.campaigns.created_at"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
     * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
     * unknown position; 403; 429 more than 100 in 30 days.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the campaign. */
          id?: parameters["rowFilter.campaigns.id"];
          /** The employer: id of organizations. */
          organization?: parameters["rowFilter.campaigns.organization"];
          /** The vessel that somebody is looked for: id of vessels. */
          vessel?: parameters["rowFilter.campaigns.vessel"];
          /** What is looked for: name of positions. */
          position?: parameters["rowFilter.campaigns.position"];
          /** As candidates are shown it, up to 300 characters. */
          title?: parameters["rowFilter.campaigns.title"];
          /** draft, open, closed, archived. */
          status?: parameters["rowFilter.campaigns.status"];
          /** When it was made. */
          created_at?: parameters["rowFilter.campaigns.created_at"];
          /** Name of the vessel. */
          vessel_name?: parameters["rowFilter.campaigns.vessel_name"];
        };
        body: {
          /** campaigns */
          campaigns?: definitions["campaigns"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/consents": {
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    get: {
      parameters: {
        query: {
          /** visual, personality, genetic or research. */
          kind?: parameters["rowFilter.consents.kind"];
          /** The words that were agreed to. */
          purpose?: parameters["rowFilter.consents.purpose"];
          /** Their version. */
          text_version?: parameters["rowFilter.consents.text_version"];
          /** When it was given. */
          given_at?: parameters["rowFilter.consents.given_at"];
          /** When it was withdrawn; null: it is live. */
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["consents"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    post: {
      parameters: {
        body: {
          /** consents */
          consents?: definitions["consents"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    delete: {
      parameters: {
        query: {
          /** visual, personality, genetic or research. */
          kind?: parameters["rowFilter.consents.kind"];
          /** The words that were agreed to. */
          purpose?: parameters["rowFilter.consents.purpose"];
          /** Their version. */
          text_version?: parameters["rowFilter.consents.text_version"];
          /** When it was given. */
          given_at?: parameters["rowFilter.consents.given_at"];
          /** When it was withdrawn; null: it is live. */
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. kind: visual, personality, genetic or research; live is what is not withdrawn. */
    patch: {
      parameters: {
        query: {
          /** visual, personality, genetic or research. */
          kind?: parameters["rowFilter.consents.kind"];
          /** The words that were agreed to. */
          purpose?: parameters["rowFilter.consents.purpose"];
          /** Their version. */
          text_version?: parameters["rowFilter.consents.text_version"];
          /** When it was given. */
          given_at?: parameters["rowFilter.consents.given_at"];
          /** When it was withdrawn; null: it is live. */
          withdrawn_at?: parameters["rowFilter.consents.withdrawn_at"];
        };
        body: {
          /** consents */
          consents?: definitions["consents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/declared_groups": {
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    get: {
      parameters: {
        query: {
          /** What the group is one of, such as age_band, up to 100 characters. */
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          /** The group that one belongs to, up to 100 characters. */
          group_name?: parameters["rowFilter.declared_groups.group_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["declared_groups"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    post: {
      parameters: {
        body: {
          /** declared_groups */
          declared_groups?: definitions["declared_groups"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    delete: {
      parameters: {
        query: {
          /** What the group is one of, such as age_band, up to 100 characters. */
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          /** The group that one belongs to, up to 100 characters. */
          group_name?: parameters["rowFilter.declared_groups.group_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
     * attribute is there; 413 more than 20.
     */
    patch: {
      parameters: {
        query: {
          /** What the group is one of, such as age_band, up to 100 characters. */
          attribute?: parameters["rowFilter.declared_groups.attribute"];
          /** The group that one belongs to, up to 100 characters. */
          group_name?: parameters["rowFilter.declared_groups.group_name"];
        };
        body: {
          /** declared_groups */
          declared_groups?: definitions["declared_groups"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/documents": {
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    get: {
      parameters: {
        query: {
          /** Identifies the document. */
          id?: parameters["rowFilter.documents.id"];
          /** Whose it is: an account. */
          owner_id?: parameters["rowFilter.documents.owner_id"];
          /** What it is of, such as certificate, cv or photo. */
          kind?: parameters["rowFilter.documents.kind"];
          /** As its owner calls it, 1 to 200 characters. */
          title?: parameters["rowFilter.documents.title"];
          /** The name under which it is saved. */
          file_name?: parameters["rowFilter.documents.file_name"];
          /** What its bytes are, such as application/pdf. */
          media_type?: parameters["rowFilter.documents.media_type"];
          /** Bytes. */
          size?: parameters["rowFilter.documents.size"];
          /** SHA-256 of the bytes, in hexadecimal digits; null: not known yet. */
          sha256?: parameters["rowFilter.documents.sha256"];
          /** Where its bytes are kept: database or s3. */
          storage?: parameters["rowFilter.documents.storage"];
          /** planned, uploading, checking, ready, quarantined, aborted or deleted. */
          status?: parameters["rowFilter.documents.status"];
          /** What it says is good until then; null: not told. */
          expires_on?: parameters["rowFilter.documents.expires_on"];
          /** Whether it is kept whatever happens. */
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          /** When an administrator verified it; null: not verified. */
          verified_at?: parameters["rowFilter.documents.verified_at"];
          /** What was read in a picture: {text, fields, confidence}; null: nothing. */
          extracted?: parameters["rowFilter.documents.extracted"];
          /** When it was planned. */
          created_at?: parameters["rowFilter.documents.created_at"];
          /** Why it is in quarantine; null: it is not. */
          problem?: parameters["rowFilter.documents.problem"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["documents"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    post: {
      parameters: {
        body: {
          /** documents */
          documents?: definitions["documents"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    delete: {
      parameters: {
        query: {
          /** Identifies the document. */
          id?: parameters["rowFilter.documents.id"];
          /** Whose it is: an account. */
          owner_id?: parameters["rowFilter.documents.owner_id"];
          /** What it is of, such as certificate, cv or photo. */
          kind?: parameters["rowFilter.documents.kind"];
          /** As its owner calls it, 1 to 200 characters. */
          title?: parameters["rowFilter.documents.title"];
          /** The name under which it is saved. */
          file_name?: parameters["rowFilter.documents.file_name"];
          /** What its bytes are, such as application/pdf. */
          media_type?: parameters["rowFilter.documents.media_type"];
          /** Bytes. */
          size?: parameters["rowFilter.documents.size"];
          /** SHA-256 of the bytes, in hexadecimal digits; null: not known yet. */
          sha256?: parameters["rowFilter.documents.sha256"];
          /** Where its bytes are kept: database or s3. */
          storage?: parameters["rowFilter.documents.storage"];
          /** planned, uploading, checking, ready, quarantined, aborted or deleted. */
          status?: parameters["rowFilter.documents.status"];
          /** What it says is good until then; null: not told. */
          expires_on?: parameters["rowFilter.documents.expires_on"];
          /** Whether it is kept whatever happens. */
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          /** When an administrator verified it; null: not verified. */
          verified_at?: parameters["rowFilter.documents.verified_at"];
          /** What was read in a picture: {text, fields, confidence}; null: nothing. */
          extracted?: parameters["rowFilter.documents.extracted"];
          /** When it was planned. */
          created_at?: parameters["rowFilter.documents.created_at"];
          /** Why it is in quarantine; null: it is not. */
          problem?: parameters["rowFilter.documents.problem"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine. */
    patch: {
      parameters: {
        query: {
          /** Identifies the document. */
          id?: parameters["rowFilter.documents.id"];
          /** Whose it is: an account. */
          owner_id?: parameters["rowFilter.documents.owner_id"];
          /** What it is of, such as certificate, cv or photo. */
          kind?: parameters["rowFilter.documents.kind"];
          /** As its owner calls it, 1 to 200 characters. */
          title?: parameters["rowFilter.documents.title"];
          /** The name under which it is saved. */
          file_name?: parameters["rowFilter.documents.file_name"];
          /** What its bytes are, such as application/pdf. */
          media_type?: parameters["rowFilter.documents.media_type"];
          /** Bytes. */
          size?: parameters["rowFilter.documents.size"];
          /** SHA-256 of the bytes, in hexadecimal digits; null: not known yet. */
          sha256?: parameters["rowFilter.documents.sha256"];
          /** Where its bytes are kept: database or s3. */
          storage?: parameters["rowFilter.documents.storage"];
          /** planned, uploading, checking, ready, quarantined, aborted or deleted. */
          status?: parameters["rowFilter.documents.status"];
          /** What it says is good until then; null: not told. */
          expires_on?: parameters["rowFilter.documents.expires_on"];
          /** Whether it is kept whatever happens. */
          legal_hold?: parameters["rowFilter.documents.legal_hold"];
          /** When an administrator verified it; null: not verified. */
          verified_at?: parameters["rowFilter.documents.verified_at"];
          /** What was read in a picture: {text, fields, confidence}; null: nothing. */
          extracted?: parameters["rowFilter.documents.extracted"];
          /** When it was planned. */
          created_at?: parameters["rowFilter.documents.created_at"];
          /** Why it is in quarantine; null: it is not. */
          problem?: parameters["rowFilter.documents.problem"];
        };
        body: {
          /** documents */
          documents?: definitions["documents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/experiments": {
    /** For members, as the runs tell them. */
    get: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.experiments.run_id"];
          /** Name of the experiment, as the run tells it. */
          experiment?: parameters["rowFilter.experiments.experiment"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          /** An object of scores by name, as the run tells it. */
          scores?: parameters["rowFilter.experiments.scores"];
          /** When it was made, in the words of the run; null: not told. */
          created_at?: parameters["rowFilter.experiments.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["experiments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members, as the runs tell them. */
    post: {
      parameters: {
        body: {
          /** experiments */
          experiments?: definitions["experiments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members, as the runs tell them. */
    delete: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.experiments.run_id"];
          /** Name of the experiment, as the run tells it. */
          experiment?: parameters["rowFilter.experiments.experiment"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          /** An object of scores by name, as the run tells it. */
          scores?: parameters["rowFilter.experiments.scores"];
          /** When it was made, in the words of the run; null: not told. */
          created_at?: parameters["rowFilter.experiments.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members, as the runs tell them. */
    patch: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.experiments.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.experiments.run_id"];
          /** Name of the experiment, as the run tells it. */
          experiment?: parameters["rowFilter.experiments.experiment"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.experiments.metric_id"];
          /** An object of scores by name, as the run tells it. */
          scores?: parameters["rowFilter.experiments.scores"];
          /** When it was made, in the words of the run; null: not told. */
          created_at?: parameters["rowFilter.experiments.created_at"];
        };
        body: {
          /** experiments */
          experiments?: definitions["experiments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/facilities": {
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    get: {
      parameters: {
        query: {
          /** Whose facility it is: id of organizations. */
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          /** The facility, as the runs call it. */
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.facilities.name"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.facilities.system_name"];
          /** Of the newest run of the row; null: not told. */
          encounters?: parameters["rowFilter.facilities.encounters"];
          /** The first run that says so: run_id of runs. */
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          /** The first run that says otherwise; null: none does. */
          valid_to?: parameters["rowFilter.facilities.valid_to"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["facilities"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    post: {
      parameters: {
        body: {
          /** facilities */
          facilities?: definitions["facilities"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    delete: {
      parameters: {
        query: {
          /** Whose facility it is: id of organizations. */
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          /** The facility, as the runs call it. */
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.facilities.name"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.facilities.system_name"];
          /** Of the newest run of the row; null: not told. */
          encounters?: parameters["rowFilter.facilities.encounters"];
          /** The first run that says so: run_id of runs. */
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          /** The first run that says otherwise; null: none does. */
          valid_to?: parameters["rowFilter.facilities.valid_to"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now. */
    patch: {
      parameters: {
        query: {
          /** Whose facility it is: id of organizations. */
          organization_id?: parameters["rowFilter.facilities.organization_id"];
          /** The facility, as the runs call it. */
          facility_id?: parameters["rowFilter.facilities.facility_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.facilities.name"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.facilities.system_name"];
          /** Of the newest run of the row; null: not told. */
          encounters?: parameters["rowFilter.facilities.encounters"];
          /** The first run that says so: run_id of runs. */
          valid_from?: parameters["rowFilter.facilities.valid_from"];
          /** The first run that says otherwise; null: none does. */
          valid_to?: parameters["rowFilter.facilities.valid_to"];
        };
        body: {
          /** facilities */
          facilities?: definitions["facilities"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/filters": {
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    get: {
      parameters: {
        query: {
          /** What others are told; null: the first word of one's name. */
          display_name?: parameters["rowFilter.filters.display_name"];
          /** Date of birth; null: not told. */
          born_on?: parameters["rowFilter.filters.born_on"];
          /** By own account, a word in small letters; null: not told. */
          gender?: parameters["rowFilter.filters.gender"];
          /** Genders; empty: any. */
          seeks?: parameters["rowFilter.filters.seeks"];
          /** The youngest age that one seeks, 18 to 120; null: any. */
          age_from?: parameters["rowFilter.filters.age_from"];
          /** The oldest age that one seeks, 18 to 120; null: any. */
          age_to?: parameters["rowFilter.filters.age_to"];
          /** Degrees north, to a tenth; null: no place was told. */
          latitude?: parameters["rowFilter.filters.latitude"];
          /** Degrees east, to a tenth; null: no place was told. */
          longitude?: parameters["rowFilter.filters.longitude"];
          /** How far away another may be, 1 to 20100 km; null: any distance. */
          most_km?: parameters["rowFilter.filters.most_km"];
          /** false: shown to nobody, and shown nobody. */
          is_active?: parameters["rowFilter.filters.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["filters"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    post: {
      parameters: {
        body: {
          /** filters */
          filters?: definitions["filters"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    delete: {
      parameters: {
        query: {
          /** What others are told; null: the first word of one's name. */
          display_name?: parameters["rowFilter.filters.display_name"];
          /** Date of birth; null: not told. */
          born_on?: parameters["rowFilter.filters.born_on"];
          /** By own account, a word in small letters; null: not told. */
          gender?: parameters["rowFilter.filters.gender"];
          /** Genders; empty: any. */
          seeks?: parameters["rowFilter.filters.seeks"];
          /** The youngest age that one seeks, 18 to 120; null: any. */
          age_from?: parameters["rowFilter.filters.age_from"];
          /** The oldest age that one seeks, 18 to 120; null: any. */
          age_to?: parameters["rowFilter.filters.age_to"];
          /** Degrees north, to a tenth; null: no place was told. */
          latitude?: parameters["rowFilter.filters.latitude"];
          /** Degrees east, to a tenth; null: no place was told. */
          longitude?: parameters["rowFilter.filters.longitude"];
          /** How far away another may be, 1 to 20100 km; null: any distance. */
          most_km?: parameters["rowFilter.filters.most_km"];
          /** false: shown to nobody, and shown nobody. */
          is_active?: parameters["rowFilter.filters.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
     * of a degree, and ages are compared as of the first day of the month of birth.
     */
    patch: {
      parameters: {
        query: {
          /** What others are told; null: the first word of one's name. */
          display_name?: parameters["rowFilter.filters.display_name"];
          /** Date of birth; null: not told. */
          born_on?: parameters["rowFilter.filters.born_on"];
          /** By own account, a word in small letters; null: not told. */
          gender?: parameters["rowFilter.filters.gender"];
          /** Genders; empty: any. */
          seeks?: parameters["rowFilter.filters.seeks"];
          /** The youngest age that one seeks, 18 to 120; null: any. */
          age_from?: parameters["rowFilter.filters.age_from"];
          /** The oldest age that one seeks, 18 to 120; null: any. */
          age_to?: parameters["rowFilter.filters.age_to"];
          /** Degrees north, to a tenth; null: no place was told. */
          latitude?: parameters["rowFilter.filters.latitude"];
          /** Degrees east, to a tenth; null: no place was told. */
          longitude?: parameters["rowFilter.filters.longitude"];
          /** How far away another may be, 1 to 20100 km; null: any distance. */
          most_km?: parameters["rowFilter.filters.most_km"];
          /** false: shown to nobody, and shown nobody. */
          is_active?: parameters["rowFilter.filters.is_active"];
        };
        body: {
          /** filters */
          filters?: definitions["filters"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/import_batches": {
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    get: {
      parameters: {
        query: {
          /** Identifies the import. */
          id?: parameters["rowFilter.import_batches.id"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.import_batches.instrument"];
          /** wide, a response a row, or long, an answer a row. */
          shape?: parameters["rowFilter.import_batches.shape"];
          /** The system that gave the ids of people and responses; may be empty. */
          source?: parameters["rowFilter.import_batches.source"];
          /** Where what stands in the file, with what its preset says. */
          mapping?: parameters["rowFilter.import_batches.mapping"];
          /** checked, applied or undone. */
          status?: parameters["rowFilter.import_batches.status"];
          /** Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}. */
          report?: parameters["rowFilter.import_batches.report"];
          /** When it was checked or applied. */
          created_at?: parameters["rowFilter.import_batches.created_at"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.import_batches.created_by"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["import_batches"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    post: {
      parameters: {
        body: {
          /** import_batches */
          import_batches?: definitions["import_batches"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    delete: {
      parameters: {
        query: {
          /** Identifies the import. */
          id?: parameters["rowFilter.import_batches.id"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.import_batches.instrument"];
          /** wide, a response a row, or long, an answer a row. */
          shape?: parameters["rowFilter.import_batches.shape"];
          /** The system that gave the ids of people and responses; may be empty. */
          source?: parameters["rowFilter.import_batches.source"];
          /** Where what stands in the file, with what its preset says. */
          mapping?: parameters["rowFilter.import_batches.mapping"];
          /** checked, applied or undone. */
          status?: parameters["rowFilter.import_batches.status"];
          /** Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}. */
          report?: parameters["rowFilter.import_batches.report"];
          /** When it was checked or applied. */
          created_at?: parameters["rowFilter.import_batches.created_at"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.import_batches.created_by"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc. */
    patch: {
      parameters: {
        query: {
          /** Identifies the import. */
          id?: parameters["rowFilter.import_batches.id"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.import_batches.instrument"];
          /** wide, a response a row, or long, an answer a row. */
          shape?: parameters["rowFilter.import_batches.shape"];
          /** The system that gave the ids of people and responses; may be empty. */
          source?: parameters["rowFilter.import_batches.source"];
          /** Where what stands in the file, with what its preset says. */
          mapping?: parameters["rowFilter.import_batches.mapping"];
          /** checked, applied or undone. */
          status?: parameters["rowFilter.import_batches.status"];
          /** Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}. */
          report?: parameters["rowFilter.import_batches.report"];
          /** When it was checked or applied. */
          created_at?: parameters["rowFilter.import_batches.created_at"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.import_batches.created_by"];
        };
        body: {
          /** import_batches */
          import_batches?: definitions["import_batches"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/import_rejects": {
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    get: {
      parameters: {
        query: {
          /** The import: id of import_batches. */
          batch?: parameters["rowFilter.import_rejects.batch"];
          /** Number of the reject. */
          id?: parameters["rowFilter.import_rejects.id"];
          /** Row of the file, from 1; of long data the response's first. */
          row?: parameters["rowFilter.import_rejects.row"];
          /** Where the row starts in the file, from 1; null: not of a file with lines. */
          line?: parameters["rowFilter.import_rejects.line"];
          /** As the file names the person; null: it does not. */
          person?: parameters["rowFilter.import_rejects.person"];
          /** The account of that person; null: none was found. */
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          /** Of a cell: its column in the file; null: of the row as a whole. */
          column?: parameters["rowFilter.import_rejects.column"];
          /** Of a cell: the item's code, else its position; null: of no item. */
          item?: parameters["rowFilter.import_rejects.item"];
          /** Of a cell: what stood there, its first 200 characters; null: of the row as a whole. */
          value?: parameters["rowFilter.import_rejects.value"];
          /** Why it was not taken, by its code, such as bad_person. */
          reason?: parameters["rowFilter.import_rejects.reason"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["import_rejects"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    post: {
      parameters: {
        body: {
          /** import_rejects */
          import_rejects?: definitions["import_rejects"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    delete: {
      parameters: {
        query: {
          /** The import: id of import_batches. */
          batch?: parameters["rowFilter.import_rejects.batch"];
          /** Number of the reject. */
          id?: parameters["rowFilter.import_rejects.id"];
          /** Row of the file, from 1; of long data the response's first. */
          row?: parameters["rowFilter.import_rejects.row"];
          /** Where the row starts in the file, from 1; null: not of a file with lines. */
          line?: parameters["rowFilter.import_rejects.line"];
          /** As the file names the person; null: it does not. */
          person?: parameters["rowFilter.import_rejects.person"];
          /** The account of that person; null: none was found. */
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          /** Of a cell: its column in the file; null: of the row as a whole. */
          column?: parameters["rowFilter.import_rejects.column"];
          /** Of a cell: the item's code, else its position; null: of no item. */
          item?: parameters["rowFilter.import_rejects.item"];
          /** Of a cell: what stood there, its first 200 characters; null: of the row as a whole. */
          value?: parameters["rowFilter.import_rejects.value"];
          /** Why it was not taken, by its code, such as bad_person. */
          reason?: parameters["rowFilter.import_rejects.reason"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
     * it by pages: batch=eq.N&order=id&id=gt.N.
     */
    patch: {
      parameters: {
        query: {
          /** The import: id of import_batches. */
          batch?: parameters["rowFilter.import_rejects.batch"];
          /** Number of the reject. */
          id?: parameters["rowFilter.import_rejects.id"];
          /** Row of the file, from 1; of long data the response's first. */
          row?: parameters["rowFilter.import_rejects.row"];
          /** Where the row starts in the file, from 1; null: not of a file with lines. */
          line?: parameters["rowFilter.import_rejects.line"];
          /** As the file names the person; null: it does not. */
          person?: parameters["rowFilter.import_rejects.person"];
          /** The account of that person; null: none was found. */
          person_id?: parameters["rowFilter.import_rejects.person_id"];
          /** Of a cell: its column in the file; null: of the row as a whole. */
          column?: parameters["rowFilter.import_rejects.column"];
          /** Of a cell: the item's code, else its position; null: of no item. */
          item?: parameters["rowFilter.import_rejects.item"];
          /** Of a cell: what stood there, its first 200 characters; null: of the row as a whole. */
          value?: parameters["rowFilter.import_rejects.value"];
          /** Why it was not taken, by its code, such as bad_person. */
          reason?: parameters["rowFilter.import_rejects.reason"];
        };
        body: {
          /** import_rejects */
          import_rejects?: definitions["import_rejects"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/instruments": {
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    get: {
      parameters: {
        query: {
          /** Identifies this version of the instrument. */
          id?: parameters["rowFilter.instruments.id"];
          /** Short name, the same in all versions. */
          code?: parameters["rowFilter.instruments.code"];
          /** From 1. */
          version?: parameters["rowFilter.instruments.version"];
          /** As people are shown it. */
          name?: parameters["rowFilter.instruments.name"];
          /** likert, cognitive or forced_choice. */
          kind?: parameters["rowFilter.instruments.kind"];
          /** The lowest answer of an item. */
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          /** The highest answer of an item. */
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          /** Of its texts, as BCP 47 writes it. */
          language?: parameters["rowFilter.instruments.language"];
          /** What people read before they answer; may be empty. */
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          /** Whether it takes answers. */
          is_active?: parameters["rowFilter.instruments.is_active"];
          /** Whether it is a test that chooses its items by the answers (begin_test). */
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          /** How often one may still begin it; null: that is not counted. */
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          /** Whether one has begun it and not ended it. */
          running?: parameters["rowFilter.instruments.running"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["instruments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    post: {
      parameters: {
        body: {
          /** instruments */
          instruments?: definitions["instruments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies this version of the instrument. */
          id?: parameters["rowFilter.instruments.id"];
          /** Short name, the same in all versions. */
          code?: parameters["rowFilter.instruments.code"];
          /** From 1. */
          version?: parameters["rowFilter.instruments.version"];
          /** As people are shown it. */
          name?: parameters["rowFilter.instruments.name"];
          /** likert, cognitive or forced_choice. */
          kind?: parameters["rowFilter.instruments.kind"];
          /** The lowest answer of an item. */
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          /** The highest answer of an item. */
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          /** Of its texts, as BCP 47 writes it. */
          language?: parameters["rowFilter.instruments.language"];
          /** What people read before they answer; may be empty. */
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          /** Whether it takes answers. */
          is_active?: parameters["rowFilter.instruments.is_active"];
          /** Whether it is a test that chooses its items by the answers (begin_test). */
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          /** How often one may still begin it; null: that is not counted. */
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          /** Whether one has begun it and not ended it. */
          running?: parameters["rowFilter.instruments.running"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
     * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
     * null where that is not counted; running: one has begun and not ended it.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies this version of the instrument. */
          id?: parameters["rowFilter.instruments.id"];
          /** Short name, the same in all versions. */
          code?: parameters["rowFilter.instruments.code"];
          /** From 1. */
          version?: parameters["rowFilter.instruments.version"];
          /** As people are shown it. */
          name?: parameters["rowFilter.instruments.name"];
          /** likert, cognitive or forced_choice. */
          kind?: parameters["rowFilter.instruments.kind"];
          /** The lowest answer of an item. */
          scale_min?: parameters["rowFilter.instruments.scale_min"];
          /** The highest answer of an item. */
          scale_max?: parameters["rowFilter.instruments.scale_max"];
          /** Of its texts, as BCP 47 writes it. */
          language?: parameters["rowFilter.instruments.language"];
          /** What people read before they answer; may be empty. */
          instructions?: parameters["rowFilter.instruments.instructions"];
          /** Number of items. */
          items?: parameters["rowFilter.instruments.items"];
          /** Whether it takes answers. */
          is_active?: parameters["rowFilter.instruments.is_active"];
          /** Whether it is a test that chooses its items by the answers (begin_test). */
          adaptive?: parameters["rowFilter.instruments.adaptive"];
          /** How often one may still begin it; null: that is not counted. */
          attempts_left?: parameters["rowFilter.instruments.attempts_left"];
          /** Whether one has begun it and not ended it. */
          running?: parameters["rowFilter.instruments.running"];
        };
        body: {
          /** instruments */
          instruments?: definitions["instruments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/integrations": {
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the integration. */
          id?: parameters["rowFilter.integrations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          /** The tool: github and jira are fetched, others are extracted by the site. */
          kind?: parameters["rowFilter.integrations.kind"];
          /** As people call it, unique in the organisation. */
          name?: parameters["rowFilter.integrations.name"];
          /** What is to be known of the tool, such as addresses and names of projects; no secrets. */
          settings?: parameters["rowFilter.integrations.settings"];
          /** Whether it is fetched from. */
          is_active?: parameters["rowFilter.integrations.is_active"];
          /** When it was fetched, or its records were transformed, last; null: never. */
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["integrations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    post: {
      parameters: {
        body: {
          /** integrations */
          integrations?: definitions["integrations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the integration. */
          id?: parameters["rowFilter.integrations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          /** The tool: github and jira are fetched, others are extracted by the site. */
          kind?: parameters["rowFilter.integrations.kind"];
          /** As people call it, unique in the organisation. */
          name?: parameters["rowFilter.integrations.name"];
          /** What is to be known of the tool, such as addresses and names of projects; no secrets. */
          settings?: parameters["rowFilter.integrations.settings"];
          /** Whether it is fetched from. */
          is_active?: parameters["rowFilter.integrations.is_active"];
          /** When it was fetched, or its records were transformed, last; null: never. */
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
     * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
     * long; 403 an organisation that is not one's own; 409 the name is there.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the integration. */
          id?: parameters["rowFilter.integrations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.integrations.organization_id"];
          /** The tool: github and jira are fetched, others are extracted by the site. */
          kind?: parameters["rowFilter.integrations.kind"];
          /** As people call it, unique in the organisation. */
          name?: parameters["rowFilter.integrations.name"];
          /** What is to be known of the tool, such as addresses and names of projects; no secrets. */
          settings?: parameters["rowFilter.integrations.settings"];
          /** Whether it is fetched from. */
          is_active?: parameters["rowFilter.integrations.is_active"];
          /** When it was fetched, or its records were transformed, last; null: never. */
          last_run_at?: parameters["rowFilter.integrations.last_run_at"];
          /** Why nothing came at the last try; null where all is well. */
          last_error?: parameters["rowFilter.integrations.last_error"];
        };
        body: {
          /** integrations */
          integrations?: definitions["integrations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/items": {
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    get: {
      parameters: {
        query: {
          /** The instrument: id of instruments. */
          instrument?: parameters["rowFilter.items.instrument"];
          /** Place in the instrument, from 1. */
          position?: parameters["rowFilter.items.position"];
          /** The statement or task as it is shown; of a forced choice the left statement. */
          text?: parameters["rowFilter.items.text"];
          /** Of a test the options, chosen among by number from 1; null: a rating on the scale. */
          options?: parameters["rowFilter.items.options"];
          /** Of a forced choice the right statement; null: another kind. */
          right_text?: parameters["rowFilter.items.right_text"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["items"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    post: {
      parameters: {
        body: {
          /** items */
          items?: definitions["items"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    delete: {
      parameters: {
        query: {
          /** The instrument: id of instruments. */
          instrument?: parameters["rowFilter.items.instrument"];
          /** Place in the instrument, from 1. */
          position?: parameters["rowFilter.items.position"];
          /** The statement or task as it is shown; of a forced choice the left statement. */
          text?: parameters["rowFilter.items.text"];
          /** Of a test the options, chosen among by number from 1; null: a rating on the scale. */
          options?: parameters["rowFilter.items.options"];
          /** Of a forced choice the right statement; null: another kind. */
          right_text?: parameters["rowFilter.items.right_text"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
     * right_text: the second statement of a forced choice.
     */
    patch: {
      parameters: {
        query: {
          /** The instrument: id of instruments. */
          instrument?: parameters["rowFilter.items.instrument"];
          /** Place in the instrument, from 1. */
          position?: parameters["rowFilter.items.position"];
          /** The statement or task as it is shown; of a forced choice the left statement. */
          text?: parameters["rowFilter.items.text"];
          /** Of a test the options, chosen among by number from 1; null: a rating on the scale. */
          options?: parameters["rowFilter.items.options"];
          /** Of a forced choice the right statement; null: another kind. */
          right_text?: parameters["rowFilter.items.right_text"];
        };
        body: {
          /** items */
          items?: definitions["items"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/jobs": {
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          /** Number of the job. */
          id?: parameters["rowFilter.jobs.id"];
          /** What is to be done, such as platform.report. */
          kind?: parameters["rowFilter.jobs.kind"];
          /** queued, running, done, failed or cancelled. */
          status?: parameters["rowFilter.jobs.status"];
          /** 0 to 9; each step counts like a minute of waiting. */
          priority?: parameters["rowFilter.jobs.priority"];
          /** How far it is, 0 to 1; null: not told. */
          progress?: parameters["rowFilter.jobs.progress"];
          /** What is said of its progress, in words; null: nothing. */
          message?: parameters["rowFilter.jobs.message"];
          /** What a job that is done gave; null: nothing, or not done. */
          result?: parameters["rowFilter.jobs.result"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.jobs.error"];
          /** What was asked for together; null: it was asked for alone. */
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          /** Number of attempts, those before a retry not counted. */
          attempt?: parameters["rowFilter.jobs.attempt"];
          /** Not before this it runs. */
          run_at?: parameters["rowFilter.jobs.run_at"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.jobs.created_at"];
          /** When its newest attempt began; null: none has. */
          started_at?: parameters["rowFilter.jobs.started_at"];
          /** When it ended; null: not yet. */
          finished_at?: parameters["rowFilter.jobs.finished_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["jobs"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** jobs */
          jobs?: definitions["jobs"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the job. */
          id?: parameters["rowFilter.jobs.id"];
          /** What is to be done, such as platform.report. */
          kind?: parameters["rowFilter.jobs.kind"];
          /** queued, running, done, failed or cancelled. */
          status?: parameters["rowFilter.jobs.status"];
          /** 0 to 9; each step counts like a minute of waiting. */
          priority?: parameters["rowFilter.jobs.priority"];
          /** How far it is, 0 to 1; null: not told. */
          progress?: parameters["rowFilter.jobs.progress"];
          /** What is said of its progress, in words; null: nothing. */
          message?: parameters["rowFilter.jobs.message"];
          /** What a job that is done gave; null: nothing, or not done. */
          result?: parameters["rowFilter.jobs.result"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.jobs.error"];
          /** What was asked for together; null: it was asked for alone. */
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          /** Number of attempts, those before a retry not counted. */
          attempt?: parameters["rowFilter.jobs.attempt"];
          /** Not before this it runs. */
          run_at?: parameters["rowFilter.jobs.run_at"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.jobs.created_at"];
          /** When its newest attempt began; null: none has. */
          started_at?: parameters["rowFilter.jobs.started_at"];
          /** When it ended; null: not yet. */
          finished_at?: parameters["rowFilter.jobs.finished_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
     * failed. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the job. */
          id?: parameters["rowFilter.jobs.id"];
          /** What is to be done, such as platform.report. */
          kind?: parameters["rowFilter.jobs.kind"];
          /** queued, running, done, failed or cancelled. */
          status?: parameters["rowFilter.jobs.status"];
          /** 0 to 9; each step counts like a minute of waiting. */
          priority?: parameters["rowFilter.jobs.priority"];
          /** How far it is, 0 to 1; null: not told. */
          progress?: parameters["rowFilter.jobs.progress"];
          /** What is said of its progress, in words; null: nothing. */
          message?: parameters["rowFilter.jobs.message"];
          /** What a job that is done gave; null: nothing, or not done. */
          result?: parameters["rowFilter.jobs.result"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.jobs.error"];
          /** What was asked for together; null: it was asked for alone. */
          batch_id?: parameters["rowFilter.jobs.batch_id"];
          /** Number of attempts, those before a retry not counted. */
          attempt?: parameters["rowFilter.jobs.attempt"];
          /** Not before this it runs. */
          run_at?: parameters["rowFilter.jobs.run_at"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.jobs.created_at"];
          /** When its newest attempt began; null: none has. */
          started_at?: parameters["rowFilter.jobs.started_at"];
          /** When it ended; null: not yet. */
          finished_at?: parameters["rowFilter.jobs.finished_at"];
        };
        body: {
          /** jobs */
          jobs?: definitions["jobs"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/learning_memory": {
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    get: {
      parameters: {
        query: {
          /** Number of the row. */
          id?: parameters["rowFilter.learning_memory.id"];
          /** Who learnt it: id of organizations. */
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          /** The first two characters of the SQLSTATE; 00: it was no error. */
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          /** How the statement failed; 00000: it was no error. */
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          /** The known phrases of the question that the statement was to answer; empty: none. */
          intent?: parameters["rowFilter.learning_memory.intent"];
          /** The statement, with $1, $2, ... for constants. */
          statement?: parameters["rowFilter.learning_memory.statement"];
          /** What was written in its place; null: the statement itself was judged. */
          correction?: parameters["rowFilter.learning_memory.correction"];
          /** How often it helped. */
          successes?: parameters["rowFilter.learning_memory.successes"];
          /** How often it did not. */
          failures?: parameters["rowFilter.learning_memory.failures"];
          /** (successes + 1)/(successes + failures + 2), 0 to 1. */
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          /** When it was seen last. */
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["learning_memory"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    post: {
      parameters: {
        body: {
          /** learning_memory */
          learning_memory?: definitions["learning_memory"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    delete: {
      parameters: {
        query: {
          /** Number of the row. */
          id?: parameters["rowFilter.learning_memory.id"];
          /** Who learnt it: id of organizations. */
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          /** The first two characters of the SQLSTATE; 00: it was no error. */
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          /** How the statement failed; 00000: it was no error. */
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          /** The known phrases of the question that the statement was to answer; empty: none. */
          intent?: parameters["rowFilter.learning_memory.intent"];
          /** The statement, with $1, $2, ... for constants. */
          statement?: parameters["rowFilter.learning_memory.statement"];
          /** What was written in its place; null: the statement itself was judged. */
          correction?: parameters["rowFilter.learning_memory.correction"];
          /** How often it helped. */
          successes?: parameters["rowFilter.learning_memory.successes"];
          /** How often it did not. */
          failures?: parameters["rowFilter.learning_memory.failures"];
          /** (successes + 1)/(successes + failures + 2), 0 to 1. */
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          /** When it was seen last. */
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
     * 1)/(successes + failures + 2).
     */
    patch: {
      parameters: {
        query: {
          /** Number of the row. */
          id?: parameters["rowFilter.learning_memory.id"];
          /** Who learnt it: id of organizations. */
          organization_id?: parameters["rowFilter.learning_memory.organization_id"];
          /** The first two characters of the SQLSTATE; 00: it was no error. */
          error_class?: parameters["rowFilter.learning_memory.error_class"];
          /** How the statement failed; 00000: it was no error. */
          sqlstate?: parameters["rowFilter.learning_memory.sqlstate"];
          /** The known phrases of the question that the statement was to answer; empty: none. */
          intent?: parameters["rowFilter.learning_memory.intent"];
          /** The statement, with $1, $2, ... for constants. */
          statement?: parameters["rowFilter.learning_memory.statement"];
          /** What was written in its place; null: the statement itself was judged. */
          correction?: parameters["rowFilter.learning_memory.correction"];
          /** How often it helped. */
          successes?: parameters["rowFilter.learning_memory.successes"];
          /** How often it did not. */
          failures?: parameters["rowFilter.learning_memory.failures"];
          /** (successes + 1)/(successes + failures + 2), 0 to 1. */
          confidence?: parameters["rowFilter.learning_memory.confidence"];
          /** When it was seen last. */
          last_seen_at?: parameters["rowFilter.learning_memory.last_seen_at"];
        };
        body: {
          /** learning_memory */
          learning_memory?: definitions["learning_memory"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/matches": {
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the pair. */
          id?: parameters["rowFilter.matches.id"];
          /** The other. */
          person?: parameters["rowFilter.matches.person"];
          /** Of the pair, 0 to 100, in whole numbers; null: not measured. */
          score?: parameters["rowFilter.matches.score"];
          /** Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one's own phase is not complete. */
          personality?: parameters["rowFilter.matches.personality"];
          /** low, middle or high; null: not measured, or one's own phase is not complete. */
          biological?: parameters["rowFilter.matches.biological"];
          /** Phases that were not measured: visual, personality, biological. */
          missing?: parameters["rowFilter.matches.missing"];
          /** Version of the model that it was scored by. */
          model?: parameters["rowFilter.matches.model"];
          /** When it was scored. */
          computed_at?: parameters["rowFilter.matches.computed_at"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.matches.display_name"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["matches"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    post: {
      parameters: {
        body: {
          /** matches */
          matches?: definitions["matches"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the pair. */
          id?: parameters["rowFilter.matches.id"];
          /** The other. */
          person?: parameters["rowFilter.matches.person"];
          /** Of the pair, 0 to 100, in whole numbers; null: not measured. */
          score?: parameters["rowFilter.matches.score"];
          /** Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one's own phase is not complete. */
          personality?: parameters["rowFilter.matches.personality"];
          /** low, middle or high; null: not measured, or one's own phase is not complete. */
          biological?: parameters["rowFilter.matches.biological"];
          /** Phases that were not measured: visual, personality, biological. */
          missing?: parameters["rowFilter.matches.missing"];
          /** Version of the model that it was scored by. */
          model?: parameters["rowFilter.matches.model"];
          /** When it was scored. */
          computed_at?: parameters["rowFilter.matches.computed_at"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.matches.display_name"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
     * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
     * in the night.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the pair. */
          id?: parameters["rowFilter.matches.id"];
          /** The other. */
          person?: parameters["rowFilter.matches.person"];
          /** Of the pair, 0 to 100, in whole numbers; null: not measured. */
          score?: parameters["rowFilter.matches.score"];
          /** Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one's own phase is not complete. */
          personality?: parameters["rowFilter.matches.personality"];
          /** low, middle or high; null: not measured, or one's own phase is not complete. */
          biological?: parameters["rowFilter.matches.biological"];
          /** Phases that were not measured: visual, personality, biological. */
          missing?: parameters["rowFilter.matches.missing"];
          /** Version of the model that it was scored by. */
          model?: parameters["rowFilter.matches.model"];
          /** When it was scored. */
          computed_at?: parameters["rowFilter.matches.computed_at"];
          /** What the other is called, by own choice. */
          display_name?: parameters["rowFilter.matches.display_name"];
        };
        body: {
          /** matches */
          matches?: definitions["matches"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/me": {
    /** Another name takes is_verified back: what was verified is the name. */
    get: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.me.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.me.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.me.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.me.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.me.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.me.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.me.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.me.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.me.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.me.last_login_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["me"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    post: {
      parameters: {
        body: {
          /** me */
          me?: definitions["me"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    delete: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.me.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.me.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.me.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.me.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.me.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.me.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.me.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.me.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.me.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.me.last_login_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Another name takes is_verified back: what was verified is the name. */
    patch: {
      parameters: {
        query: {
          /** Identifies the account. */
          id?: parameters["rowFilter.me.id"];
          /** Its e-mail address, unique without regard to case. */
          email?: parameters["rowFilter.me.email"];
          /** As the person writes it; empty: not told. */
          full_name?: parameters["rowFilter.me.full_name"];
          /** As the person writes it; null: not told. */
          phone?: parameters["rowFilter.me.phone"];
          /** Where the person is, in own words; null: not told. */
          location?: parameters["rowFilter.me.location"];
          /** Whether an administrator has verified who it is. */
          is_verified?: parameters["rowFilter.me.is_verified"];
          /** Roles everywhere, such as admin: codes of roles. */
          roles?: parameters["rowFilter.me.roles"];
          /** For which it acts: [{id, name, role}]. */
          organizations?: parameters["rowFilter.me.organizations"];
          /** When it was made. */
          created_at?: parameters["rowFilter.me.created_at"];
          /** When it signed in last; null: never. */
          last_login_at?: parameters["rowFilter.me.last_login_at"];
        };
        body: {
          /** me */
          me?: definitions["me"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/metric_values": {
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    get: {
      parameters: {
        query: {
          /** Whose series it is: id of organizations. */
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.metric_values.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.metric_values.metric"];
          /** When it was measured, or the time that it is about. */
          at?: parameters["rowFilter.metric_values.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.metric_values.value"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["metric_values"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    post: {
      parameters: {
        body: {
          /** metric_values */
          metric_values?: definitions["metric_values"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    delete: {
      parameters: {
        query: {
          /** Whose series it is: id of organizations. */
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.metric_values.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.metric_values.metric"];
          /** When it was measured, or the time that it is about. */
          at?: parameters["rowFilter.metric_values.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.metric_values.value"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
     * the hour of the week where four weeks are known.
     */
    patch: {
      parameters: {
        query: {
          /** Whose series it is: id of organizations. */
          organization_id?: parameters["rowFilter.metric_values.organization_id"];
          /** The model whose series it is; empty: none's. */
          model?: parameters["rowFilter.metric_values.model"];
          /** Name of the series. */
          metric?: parameters["rowFilter.metric_values.metric"];
          /** When it was measured, or the time that it is about. */
          at?: parameters["rowFilter.metric_values.at"];
          /** The value, in the unit of the series. */
          value?: parameters["rowFilter.metric_values.value"];
        };
        body: {
          /** metric_values */
          metric_values?: definitions["metric_values"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/model_versions": {
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    get: {
      parameters: {
        query: {
          /** Name of the version. */
          version?: parameters["rowFilter.model_versions.version"];
          /** shipped, manual, or retrain, learnt from outcomes. */
          origin?: parameters["rowFilter.model_versions.origin"];
          /** Hires that it was learnt from, in whole tens; null: it was not fitted. */
          n?: parameters["rowFilter.model_versions.n"];
          /** R squared of the fit; null: it was not fitted. */
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          /** R squared on vessels that the fit has not seen; null: it was not fitted. */
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          /** Whether it is the one that predicts. */
          is_active?: parameters["rowFilter.model_versions.is_active"];
          /** When it was stored. */
          created_at?: parameters["rowFilter.model_versions.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["model_versions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    post: {
      parameters: {
        body: {
          /** model_versions */
          model_versions?: definitions["model_versions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    delete: {
      parameters: {
        query: {
          /** Name of the version. */
          version?: parameters["rowFilter.model_versions.version"];
          /** shipped, manual, or retrain, learnt from outcomes. */
          origin?: parameters["rowFilter.model_versions.origin"];
          /** Hires that it was learnt from, in whole tens; null: it was not fitted. */
          n?: parameters["rowFilter.model_versions.n"];
          /** R squared of the fit; null: it was not fitted. */
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          /** R squared on vessels that the fit has not seen; null: it was not fitted. */
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          /** Whether it is the one that predicts. */
          is_active?: parameters["rowFilter.model_versions.is_active"];
          /** When it was stored. */
          created_at?: parameters["rowFilter.model_versions.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
     * has not seen.
     */
    patch: {
      parameters: {
        query: {
          /** Name of the version. */
          version?: parameters["rowFilter.model_versions.version"];
          /** shipped, manual, or retrain, learnt from outcomes. */
          origin?: parameters["rowFilter.model_versions.origin"];
          /** Hires that it was learnt from, in whole tens; null: it was not fitted. */
          n?: parameters["rowFilter.model_versions.n"];
          /** R squared of the fit; null: it was not fitted. */
          r_squared?: parameters["rowFilter.model_versions.r_squared"];
          /** R squared on vessels that the fit has not seen; null: it was not fitted. */
          cross_validated_r_squared?: parameters["rowFilter.model_versions.cross_validated_r_squared"];
          /** Whether it is the one that predicts. */
          is_active?: parameters["rowFilter.model_versions.is_active"];
          /** When it was stored. */
          created_at?: parameters["rowFilter.model_versions.created_at"];
        };
        body: {
          /** model_versions */
          model_versions?: definitions["model_versions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/narratives": {
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    get: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.narratives.run_id"];
          /** The facility, as the run calls it. */
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          /** Its name for people; null: not told. */
          facility?: parameters["rowFilter.narratives.facility"];
          /** When it was written, in the words of the run; null: not told. */
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          /** {metric, value, segments, up, down}: up and down count the segments that drive the value so. */
          summary?: parameters["rowFilter.narratives.summary"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["narratives"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    post: {
      parameters: {
        body: {
          /** narratives */
          narratives?: definitions["narratives"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    delete: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.narratives.run_id"];
          /** The facility, as the run calls it. */
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          /** Its name for people; null: not told. */
          facility?: parameters["rowFilter.narratives.facility"];
          /** When it was written, in the words of the run; null: not told. */
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          /** {metric, value, segments, up, down}: up and down count the segments that drive the value so. */
          summary?: parameters["rowFilter.narratives.summary"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative. */
    patch: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.narratives.organization_id"];
          /** The run: run_id of runs. */
          run_id?: parameters["rowFilter.narratives.run_id"];
          /** The facility, as the run calls it. */
          facility_id?: parameters["rowFilter.narratives.facility_id"];
          /** Its name for people; null: not told. */
          facility?: parameters["rowFilter.narratives.facility"];
          /** When it was written, in the words of the run; null: not told. */
          generated_at?: parameters["rowFilter.narratives.generated_at"];
          /** {metric, value, segments, up, down}: up and down count the segments that drive the value so. */
          summary?: parameters["rowFilter.narratives.summary"];
        };
        body: {
          /** narratives */
          narratives?: definitions["narratives"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/norms": {
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    get: {
      parameters: {
        query: {
          /** Name of the population. */
          population?: parameters["rowFilter.norms.population"];
          /** Whose scores they are: id of instruments. */
          instrument?: parameters["rowFilter.norms.instrument"];
          /** The trait, such as conscientiousness. */
          trait?: parameters["rowFilter.norms.trait"];
          /** People behind it, 30 at least. */
          n?: parameters["rowFilter.norms.n"];
          /** Mean of the score, 0 to 100. */
          mean?: parameters["rowFilter.norms.mean"];
          /** Standard deviation of the score, in its points. */
          sd?: parameters["rowFilter.norms.sd"];
          /** Cronbach's alpha of the scale in the population; null: not known. */
          reliability?: parameters["rowFilter.norms.reliability"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["norms"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    post: {
      parameters: {
        body: {
          /** norms */
          norms?: definitions["norms"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    delete: {
      parameters: {
        query: {
          /** Name of the population. */
          population?: parameters["rowFilter.norms.population"];
          /** Whose scores they are: id of instruments. */
          instrument?: parameters["rowFilter.norms.instrument"];
          /** The trait, such as conscientiousness. */
          trait?: parameters["rowFilter.norms.trait"];
          /** People behind it, 30 at least. */
          n?: parameters["rowFilter.norms.n"];
          /** Mean of the score, 0 to 100. */
          mean?: parameters["rowFilter.norms.mean"];
          /** Standard deviation of the score, in its points. */
          sd?: parameters["rowFilter.norms.sd"];
          /** Cronbach's alpha of the scale in the population; null: not known. */
          reliability?: parameters["rowFilter.norms.reliability"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least. */
    patch: {
      parameters: {
        query: {
          /** Name of the population. */
          population?: parameters["rowFilter.norms.population"];
          /** Whose scores they are: id of instruments. */
          instrument?: parameters["rowFilter.norms.instrument"];
          /** The trait, such as conscientiousness. */
          trait?: parameters["rowFilter.norms.trait"];
          /** People behind it, 30 at least. */
          n?: parameters["rowFilter.norms.n"];
          /** Mean of the score, 0 to 100. */
          mean?: parameters["rowFilter.norms.mean"];
          /** Standard deviation of the score, in its points. */
          sd?: parameters["rowFilter.norms.sd"];
          /** Cronbach's alpha of the scale in the population; null: not known. */
          reliability?: parameters["rowFilter.norms.reliability"];
        };
        body: {
          /** norms */
          norms?: definitions["norms"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/notifications": {
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    get: {
      parameters: {
        query: {
          /** Number of the message. */
          id?: parameters["rowFilter.notifications.id"];
          /** To whom it goes: an account; null: to an address without one. */
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          /** What it says, by its code, such as crew.hired. */
          template?: parameters["rowFilter.notifications.template"];
          /** What stands for names in it; null: a message to somebody else. */
          parameters?: parameters["rowFilter.notifications.parameters"];
          /** queued, sending, sent, failed or cancelled. */
          status?: parameters["rowFilter.notifications.status"];
          /** How often sending was tried. */
          attempts?: parameters["rowFilter.notifications.attempts"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.notifications.error"];
          /** When it was written. */
          created_at?: parameters["rowFilter.notifications.created_at"];
          /** When it was sent; null: not sent. */
          sent_at?: parameters["rowFilter.notifications.sent_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["notifications"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    post: {
      parameters: {
        body: {
          /** notifications */
          notifications?: definitions["notifications"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    delete: {
      parameters: {
        query: {
          /** Number of the message. */
          id?: parameters["rowFilter.notifications.id"];
          /** To whom it goes: an account; null: to an address without one. */
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          /** What it says, by its code, such as crew.hired. */
          template?: parameters["rowFilter.notifications.template"];
          /** What stands for names in it; null: a message to somebody else. */
          parameters?: parameters["rowFilter.notifications.parameters"];
          /** queued, sending, sent, failed or cancelled. */
          status?: parameters["rowFilter.notifications.status"];
          /** How often sending was tried. */
          attempts?: parameters["rowFilter.notifications.attempts"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.notifications.error"];
          /** When it was written. */
          created_at?: parameters["rowFilter.notifications.created_at"];
          /** When it was sent; null: not sent. */
          sent_at?: parameters["rowFilter.notifications.sent_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N. */
    patch: {
      parameters: {
        query: {
          /** Number of the message. */
          id?: parameters["rowFilter.notifications.id"];
          /** To whom it goes: an account; null: to an address without one. */
          recipient_id?: parameters["rowFilter.notifications.recipient_id"];
          /** What it says, by its code, such as crew.hired. */
          template?: parameters["rowFilter.notifications.template"];
          /** What stands for names in it; null: a message to somebody else. */
          parameters?: parameters["rowFilter.notifications.parameters"];
          /** queued, sending, sent, failed or cancelled. */
          status?: parameters["rowFilter.notifications.status"];
          /** How often sending was tried. */
          attempts?: parameters["rowFilter.notifications.attempts"];
          /** Why the last attempt failed; null: none has. */
          error?: parameters["rowFilter.notifications.error"];
          /** When it was written. */
          created_at?: parameters["rowFilter.notifications.created_at"];
          /** When it was sent; null: not sent. */
          sent_at?: parameters["rowFilter.notifications.sent_at"];
        };
        body: {
          /** notifications */
          notifications?: definitions["notifications"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/organizations": {
    /** Who acts for one: members(organization). */
    get: {
      parameters: {
        query: {
          /** Identifies the organisation. */
          id?: parameters["rowFilter.organizations.id"];
          /** As people call it. */
          name?: parameters["rowFilter.organizations.name"];
          /** Whether its members may act for it. */
          is_active?: parameters["rowFilter.organizations.is_active"];
          /** When it was made. */
          created_at?: parameters["rowFilter.organizations.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["organizations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** Who acts for one: members(organization). */
    post: {
      parameters: {
        body: {
          /** organizations */
          organizations?: definitions["organizations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** Who acts for one: members(organization). */
    delete: {
      parameters: {
        query: {
          /** Identifies the organisation. */
          id?: parameters["rowFilter.organizations.id"];
          /** As people call it. */
          name?: parameters["rowFilter.organizations.name"];
          /** Whether its members may act for it. */
          is_active?: parameters["rowFilter.organizations.is_active"];
          /** When it was made. */
          created_at?: parameters["rowFilter.organizations.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** Who acts for one: members(organization). */
    patch: {
      parameters: {
        query: {
          /** Identifies the organisation. */
          id?: parameters["rowFilter.organizations.id"];
          /** As people call it. */
          name?: parameters["rowFilter.organizations.name"];
          /** Whether its members may act for it. */
          is_active?: parameters["rowFilter.organizations.is_active"];
          /** When it was made. */
          created_at?: parameters["rowFilter.organizations.created_at"];
        };
        body: {
          /** organizations */
          organizations?: definitions["organizations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/phases": {
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    get: {
      parameters: {
        query: {
          /** 1 visual, 2 personality, 3 biological. */
          phase?: parameters["rowFilter.phases.phase"];
          /** complete, open or locked. */
          status?: parameters["rowFilter.phases.status"];
          /** When it was complete; null: it is not. */
          completed_at?: parameters["rowFilter.phases.completed_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["phases"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    post: {
      parameters: {
        body: {
          /** phases */
          phases?: definitions["phases"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    delete: {
      parameters: {
        query: {
          /** 1 visual, 2 personality, 3 biological. */
          phase?: parameters["rowFilter.phases.phase"];
          /** complete, open or locked. */
          status?: parameters["rowFilter.phases.status"];
          /** When it was complete; null: it is not. */
          completed_at?: parameters["rowFilter.phases.completed_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
     * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
     */
    patch: {
      parameters: {
        query: {
          /** 1 visual, 2 personality, 3 biological. */
          phase?: parameters["rowFilter.phases.phase"];
          /** complete, open or locked. */
          status?: parameters["rowFilter.phases.status"];
          /** When it was complete; null: it is not. */
          completed_at?: parameters["rowFilter.phases.completed_at"];
        };
        body: {
          /** phases */
          phases?: definitions["phases"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/photos": {
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the photo. */
          id?: parameters["rowFilter.photos.id"];
          /** The document with the picture: id of documents. */
          document?: parameters["rowFilter.photos.document"];
          /** checking, ready, no_face, several_faces, too_small, blurred or refused. */
          status?: parameters["rowFilter.photos.status"];
          /** Name and version of the net that made the embedding; null: there is none. */
          model?: parameters["rowFilter.photos.model"];
          /** When it was handed in. */
          created_at?: parameters["rowFilter.photos.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["photos"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    post: {
      parameters: {
        body: {
          /** photos */
          photos?: definitions["photos"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the photo. */
          id?: parameters["rowFilter.photos.id"];
          /** The document with the picture: id of documents. */
          document?: parameters["rowFilter.photos.document"];
          /** checking, ready, no_face, several_faces, too_small, blurred or refused. */
          status?: parameters["rowFilter.photos.status"];
          /** Name and version of the net that made the embedding; null: there is none. */
          model?: parameters["rowFilter.photos.model"];
          /** When it was handed in. */
          created_at?: parameters["rowFilter.photos.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
     * where the face is nearly that of a photo that everybody rates); model:
     * the net that made the embedding; the picture itself is told by document_data once it is ready.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the photo. */
          id?: parameters["rowFilter.photos.id"];
          /** The document with the picture: id of documents. */
          document?: parameters["rowFilter.photos.document"];
          /** checking, ready, no_face, several_faces, too_small, blurred or refused. */
          status?: parameters["rowFilter.photos.status"];
          /** Name and version of the net that made the embedding; null: there is none. */
          model?: parameters["rowFilter.photos.model"];
          /** When it was handed in. */
          created_at?: parameters["rowFilter.photos.created_at"];
        };
        body: {
          /** photos */
          photos?: definitions["photos"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/positions": {
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    get: {
      parameters: {
        query: {
          /** Name of the position. */
          name?: parameters["rowFilter.positions.name"];
          /** Whether it leads others. */
          is_leader?: parameters["rowFilter.positions.is_leader"];
          /** Order in which positions are shown, the smallest first. */
          sort?: parameters["rowFilter.positions.sort"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["positions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    post: {
      parameters: {
        body: {
          /** positions */
          positions?: definitions["positions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    delete: {
      parameters: {
        query: {
          /** Name of the position. */
          name?: parameters["rowFilter.positions.name"];
          /** Whether it leads others. */
          is_leader?: parameters["rowFilter.positions.is_leader"];
          /** Order in which positions are shown, the smallest first. */
          sort?: parameters["rowFilter.positions.sort"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For anyone signed in. is_leader: leads others; sort: the order in which they are shown. */
    patch: {
      parameters: {
        query: {
          /** Name of the position. */
          name?: parameters["rowFilter.positions.name"];
          /** Whether it leads others. */
          is_leader?: parameters["rowFilter.positions.is_leader"];
          /** Order in which positions are shown, the smallest first. */
          sort?: parameters["rowFilter.positions.sort"];
        };
        body: {
          /** positions */
          positions?: definitions["positions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/predictions": {
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    get: {
      parameters: {
        query: {
          /** Number of the prediction. */
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          /** Which model made it, by its name. */
          model?: parameters["rowFilter.predictions.model"];
          /** Which version of the model. */
          version?: parameters["rowFilter.predictions.version"];
          /** An object of values by name, as the model was given them; null: not told. */
          input?: parameters["rowFilter.predictions.input"];
          /** The number, or the probability of outcome 1. */
          prediction?: parameters["rowFilter.predictions.prediction"];
          /** How sure the model was, 0 to 1, as it said; null: not told. */
          confidence?: parameters["rowFilter.predictions.confidence"];
          /** What happened, in the unit of the prediction; null: not known yet. */
          outcome?: parameters["rowFilter.predictions.outcome"];
          /** When it was made. */
          created_at?: parameters["rowFilter.predictions.created_at"];
          /** When the outcome was added; null: not yet. */
          validated_at?: parameters["rowFilter.predictions.validated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["predictions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    post: {
      parameters: {
        body: {
          /** predictions */
          predictions?: definitions["predictions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the prediction. */
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          /** Which model made it, by its name. */
          model?: parameters["rowFilter.predictions.model"];
          /** Which version of the model. */
          version?: parameters["rowFilter.predictions.version"];
          /** An object of values by name, as the model was given them; null: not told. */
          input?: parameters["rowFilter.predictions.input"];
          /** The number, or the probability of outcome 1. */
          prediction?: parameters["rowFilter.predictions.prediction"];
          /** How sure the model was, 0 to 1, as it said; null: not told. */
          confidence?: parameters["rowFilter.predictions.confidence"];
          /** What happened, in the unit of the prediction; null: not known yet. */
          outcome?: parameters["rowFilter.predictions.outcome"];
          /** When it was made. */
          created_at?: parameters["rowFilter.predictions.created_at"];
          /** When the outcome was added; null: not yet. */
          validated_at?: parameters["rowFilter.predictions.validated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
     * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
     * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the prediction. */
          id?: parameters["rowFilter.predictions.id"];
          /** May be left out by members of one organisation. */
          organization_id?: parameters["rowFilter.predictions.organization_id"];
          /** Which model made it, by its name. */
          model?: parameters["rowFilter.predictions.model"];
          /** Which version of the model. */
          version?: parameters["rowFilter.predictions.version"];
          /** An object of values by name, as the model was given them; null: not told. */
          input?: parameters["rowFilter.predictions.input"];
          /** The number, or the probability of outcome 1. */
          prediction?: parameters["rowFilter.predictions.prediction"];
          /** How sure the model was, 0 to 1, as it said; null: not told. */
          confidence?: parameters["rowFilter.predictions.confidence"];
          /** What happened, in the unit of the prediction; null: not known yet. */
          outcome?: parameters["rowFilter.predictions.outcome"];
          /** When it was made. */
          created_at?: parameters["rowFilter.predictions.created_at"];
          /** When the outcome was added; null: not yet. */
          validated_at?: parameters["rowFilter.predictions.validated_at"];
        };
        body: {
          /** predictions */
          predictions?: definitions["predictions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/profile": {
    /** One's own, one row; none before the first answers. */
    get: {
      parameters: {
        query: {
          /** Whose profile it is: an account. */
          person?: parameters["rowFilter.profile.person"];
          /** The profile document: of each trait the score that counts, by family. */
          snapshot?: parameters["rowFilter.profile.snapshot"];
          /** When it was written last. */
          updated_at?: parameters["rowFilter.profile.updated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["profile"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own, one row; none before the first answers. */
    post: {
      parameters: {
        body: {
          /** profile */
          profile?: definitions["profile"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own, one row; none before the first answers. */
    delete: {
      parameters: {
        query: {
          /** Whose profile it is: an account. */
          person?: parameters["rowFilter.profile.person"];
          /** The profile document: of each trait the score that counts, by family. */
          snapshot?: parameters["rowFilter.profile.snapshot"];
          /** When it was written last. */
          updated_at?: parameters["rowFilter.profile.updated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own, one row; none before the first answers. */
    patch: {
      parameters: {
        query: {
          /** Whose profile it is: an account. */
          person?: parameters["rowFilter.profile.person"];
          /** The profile document: of each trait the score that counts, by family. */
          snapshot?: parameters["rowFilter.profile.snapshot"];
          /** When it was written last. */
          updated_at?: parameters["rowFilter.profile.updated_at"];
        };
        body: {
          /** profile */
          profile?: definitions["profile"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/projects": {
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the project. */
          id?: parameters["rowFilter.projects.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          /** As people call it. */
          name?: parameters["rowFilter.projects.name"];
          /** Name of the team that delivers it; null: none is told. */
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["projects"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    post: {
      parameters: {
        body: {
          /** projects */
          projects?: definitions["projects"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the project. */
          id?: parameters["rowFilter.projects.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          /** As people call it. */
          name?: parameters["rowFilter.projects.name"];
          /** Name of the team that delivers it; null: none is told. */
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
     * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
     * code is there.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the project. */
          id?: parameters["rowFilter.projects.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.projects.organization_id"];
          /** By which it is called in all functions here. */
          code?: parameters["rowFilter.projects.code"];
          /** As people call it. */
          name?: parameters["rowFilter.projects.name"];
          /** Name of the team that delivers it; null: none is told. */
          team?: parameters["rowFilter.projects.team"];
          /** Whether it is in the portfolio. */
          is_active?: parameters["rowFilter.projects.is_active"];
        };
        body: {
          /** projects */
          projects?: definitions["projects"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/pull_requests": {
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          /** Number of the pull request here. */
          id?: parameters["rowFilter.pull_requests.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.pull_requests.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          /** Whether no person opened it. */
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          /** When it was opened. */
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          /** When it was merged; null: it was not. */
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          /** When it was closed, merged or not; null: it is open, or not told. */
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          /** Lines added; null: not told. */
          additions?: parameters["rowFilter.pull_requests.additions"];
          /** Lines taken away; null: not told. */
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          /** Seconds from the first commit to its opening; null: not merged, or no commit with a time is known. */
          coding?: parameters["rowFilter.pull_requests.coding"];
          /** Seconds from its opening to the first review; null: not merged, or not reviewed. */
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          /** Seconds from the first review to the merge; null: not merged, or not reviewed. */
          review?: parameters["rowFilter.pull_requests.review"];
          /** Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it. */
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          /** Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed. */
          total?: parameters["rowFilter.pull_requests.total"];
          /** That deployment, by its id in the tool; null: none. */
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          /** unreviewed, not_deployed, baseline, deployed_before_merge; empty: none. */
          flags?: parameters["rowFilter.pull_requests.flags"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["pull_requests"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** pull_requests */
          pull_requests?: definitions["pull_requests"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the pull request here. */
          id?: parameters["rowFilter.pull_requests.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.pull_requests.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          /** Whether no person opened it. */
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          /** When it was opened. */
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          /** When it was merged; null: it was not. */
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          /** When it was closed, merged or not; null: it is open, or not told. */
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          /** Lines added; null: not told. */
          additions?: parameters["rowFilter.pull_requests.additions"];
          /** Lines taken away; null: not told. */
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          /** Seconds from the first commit to its opening; null: not merged, or no commit with a time is known. */
          coding?: parameters["rowFilter.pull_requests.coding"];
          /** Seconds from its opening to the first review; null: not merged, or not reviewed. */
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          /** Seconds from the first review to the merge; null: not merged, or not reviewed. */
          review?: parameters["rowFilter.pull_requests.review"];
          /** Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it. */
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          /** Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed. */
          total?: parameters["rowFilter.pull_requests.total"];
          /** That deployment, by its id in the tool; null: none. */
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          /** unreviewed, not_deployed, baseline, deployed_before_merge; empty: none. */
          flags?: parameters["rowFilter.pull_requests.flags"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
     * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the pull request here. */
          id?: parameters["rowFilter.pull_requests.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.pull_requests.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.pull_requests.external_id"];
          /** Whether no person opened it. */
          author_is_bot?: parameters["rowFilter.pull_requests.author_is_bot"];
          /** When it was opened. */
          created_at?: parameters["rowFilter.pull_requests.created_at"];
          /** When it was merged; null: it was not. */
          merged_at?: parameters["rowFilter.pull_requests.merged_at"];
          /** When it was closed, merged or not; null: it is open, or not told. */
          closed_at?: parameters["rowFilter.pull_requests.closed_at"];
          /** Lines added; null: not told. */
          additions?: parameters["rowFilter.pull_requests.additions"];
          /** Lines taken away; null: not told. */
          deletions?: parameters["rowFilter.pull_requests.deletions"];
          /** Seconds from the first commit to its opening; null: not merged, or no commit with a time is known. */
          coding?: parameters["rowFilter.pull_requests.coding"];
          /** Seconds from its opening to the first review; null: not merged, or not reviewed. */
          pickup?: parameters["rowFilter.pull_requests.pickup"];
          /** Seconds from the first review to the merge; null: not merged, or not reviewed. */
          review?: parameters["rowFilter.pull_requests.review"];
          /** Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it. */
          deploy?: parameters["rowFilter.pull_requests.deploy"];
          /** Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed. */
          total?: parameters["rowFilter.pull_requests.total"];
          /** That deployment, by its id in the tool; null: none. */
          deployment?: parameters["rowFilter.pull_requests.deployment"];
          /** unreviewed, not_deployed, baseline, deployed_before_merge; empty: none. */
          flags?: parameters["rowFilter.pull_requests.flags"];
        };
        body: {
          /** pull_requests */
          pull_requests?: definitions["pull_requests"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/pulses": {
    /** One's own. score: 1 to 5. */
    get: {
      parameters: {
        query: {
          /** The day in UTC. */
          day?: parameters["rowFilter.pulses.day"];
          /** Aboard which vessel: id of vessels. */
          vessel?: parameters["rowFilter.pulses.vessel"];
          /** 1, bad, to 5, good. */
          score?: parameters["rowFilter.pulses.score"];
          /** When it was given, or corrected last. */
          given_at?: parameters["rowFilter.pulses.given_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["pulses"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. score: 1 to 5. */
    post: {
      parameters: {
        body: {
          /** pulses */
          pulses?: definitions["pulses"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. score: 1 to 5. */
    delete: {
      parameters: {
        query: {
          /** The day in UTC. */
          day?: parameters["rowFilter.pulses.day"];
          /** Aboard which vessel: id of vessels. */
          vessel?: parameters["rowFilter.pulses.vessel"];
          /** 1, bad, to 5, good. */
          score?: parameters["rowFilter.pulses.score"];
          /** When it was given, or corrected last. */
          given_at?: parameters["rowFilter.pulses.given_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. score: 1 to 5. */
    patch: {
      parameters: {
        query: {
          /** The day in UTC. */
          day?: parameters["rowFilter.pulses.day"];
          /** Aboard which vessel: id of vessels. */
          vessel?: parameters["rowFilter.pulses.vessel"];
          /** 1, bad, to 5, good. */
          score?: parameters["rowFilter.pulses.score"];
          /** When it was given, or corrected last. */
          given_at?: parameters["rowFilter.pulses.given_at"];
        };
        body: {
          /** pulses */
          pulses?: definitions["pulses"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/raw_records": {
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          /** Number of the record, in the order in which they came. */
          id?: parameters["rowFilter.raw_records.id"];
          /** Where it comes from: id of integrations. */
          integration?: parameters["rowFilter.raw_records.integration"];
          /** What it is a record of, such as github.pulls. */
          kind?: parameters["rowFilter.raw_records.kind"];
          /** Its id in the tool; null: none is told. */
          external_id?: parameters["rowFilter.raw_records.external_id"];
          /** When it came. */
          received_at?: parameters["rowFilter.raw_records.received_at"];
          /** waiting, loaded or rejected. */
          status?: parameters["rowFilter.raw_records.status"];
          /** Why it was rejected; null: it was not. */
          error?: parameters["rowFilter.raw_records.error"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["raw_records"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** raw_records */
          raw_records?: definitions["raw_records"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the record, in the order in which they came. */
          id?: parameters["rowFilter.raw_records.id"];
          /** Where it comes from: id of integrations. */
          integration?: parameters["rowFilter.raw_records.integration"];
          /** What it is a record of, such as github.pulls. */
          kind?: parameters["rowFilter.raw_records.kind"];
          /** Its id in the tool; null: none is told. */
          external_id?: parameters["rowFilter.raw_records.external_id"];
          /** When it came. */
          received_at?: parameters["rowFilter.raw_records.received_at"];
          /** waiting, loaded or rejected. */
          status?: parameters["rowFilter.raw_records.status"];
          /** Why it was rejected; null: it was not. */
          error?: parameters["rowFilter.raw_records.error"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
     * order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the record, in the order in which they came. */
          id?: parameters["rowFilter.raw_records.id"];
          /** Where it comes from: id of integrations. */
          integration?: parameters["rowFilter.raw_records.integration"];
          /** What it is a record of, such as github.pulls. */
          kind?: parameters["rowFilter.raw_records.kind"];
          /** Its id in the tool; null: none is told. */
          external_id?: parameters["rowFilter.raw_records.external_id"];
          /** When it came. */
          received_at?: parameters["rowFilter.raw_records.received_at"];
          /** waiting, loaded or rejected. */
          status?: parameters["rowFilter.raw_records.status"];
          /** Why it was rejected; null: it was not. */
          error?: parameters["rowFilter.raw_records.error"];
        };
        body: {
          /** raw_records */
          raw_records?: definitions["raw_records"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/results": {
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    get: {
      parameters: {
        query: {
          /** The answers that it is the score of: id of submissions. */
          submission?: parameters["rowFilter.results.submission"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.results.instrument"];
          /** What is measured, such as conscientiousness. */
          trait?: parameters["rowFilter.results.trait"];
          /** Family of the trait, such as big_five. */
          family?: parameters["rowFilter.results.family"];
          /** 0 to 100. */
          score?: parameters["rowFilter.results.score"];
          /** 50 + 10 z in the population; null: no norms. */
          t_score?: parameters["rowFilter.results.t_score"];
          /** Mid-rank percentile in the population, 0 to 100; null: no norms. */
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          /** False where the response quality speaks against the answers. */
          reliable?: parameters["rowFilter.results.reliable"];
          /** What speaks against the answers, such as SPEEDING; empty: nothing. */
          flags?: parameters["rowFilter.results.flags"];
          /** When the answers were handed in. */
          measured_at?: parameters["rowFilter.results.measured_at"];
          /** Lower end of the 95 % interval of the score, 0 at least; null without sem. */
          score_low?: parameters["rowFilter.results.score_low"];
          /** Upper end of the 95 % interval of the score, 100 at most; null without sem. */
          score_high?: parameters["rowFilter.results.score_high"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["results"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    post: {
      parameters: {
        body: {
          /** results */
          results?: definitions["results"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    delete: {
      parameters: {
        query: {
          /** The answers that it is the score of: id of submissions. */
          submission?: parameters["rowFilter.results.submission"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.results.instrument"];
          /** What is measured, such as conscientiousness. */
          trait?: parameters["rowFilter.results.trait"];
          /** Family of the trait, such as big_five. */
          family?: parameters["rowFilter.results.family"];
          /** 0 to 100. */
          score?: parameters["rowFilter.results.score"];
          /** 50 + 10 z in the population; null: no norms. */
          t_score?: parameters["rowFilter.results.t_score"];
          /** Mid-rank percentile in the population, 0 to 100; null: no norms. */
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          /** False where the response quality speaks against the answers. */
          reliable?: parameters["rowFilter.results.reliable"];
          /** What speaks against the answers, such as SPEEDING; empty: nothing. */
          flags?: parameters["rowFilter.results.flags"];
          /** When the answers were handed in. */
          measured_at?: parameters["rowFilter.results.measured_at"];
          /** Lower end of the 95 % interval of the score, 0 at least; null without sem. */
          score_low?: parameters["rowFilter.results.score_low"];
          /** Upper end of the 95 % interval of the score, 100 at most; null without sem. */
          score_high?: parameters["rowFilter.results.score_high"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
     * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
     */
    patch: {
      parameters: {
        query: {
          /** The answers that it is the score of: id of submissions. */
          submission?: parameters["rowFilter.results.submission"];
          /** To what was answered: id of instruments. */
          instrument?: parameters["rowFilter.results.instrument"];
          /** What is measured, such as conscientiousness. */
          trait?: parameters["rowFilter.results.trait"];
          /** Family of the trait, such as big_five. */
          family?: parameters["rowFilter.results.family"];
          /** 0 to 100. */
          score?: parameters["rowFilter.results.score"];
          /** 50 + 10 z in the population; null: no norms. */
          t_score?: parameters["rowFilter.results.t_score"];
          /** Mid-rank percentile in the population, 0 to 100; null: no norms. */
          percentile?: parameters["rowFilter.results.percentile"];
          /** Standard error of measurement, in points of the score. */
          sem?: parameters["rowFilter.results.sem"];
          /** False where the response quality speaks against the answers. */
          reliable?: parameters["rowFilter.results.reliable"];
          /** What speaks against the answers, such as SPEEDING; empty: nothing. */
          flags?: parameters["rowFilter.results.flags"];
          /** When the answers were handed in. */
          measured_at?: parameters["rowFilter.results.measured_at"];
          /** Lower end of the 95 % interval of the score, 0 at least; null without sem. */
          score_low?: parameters["rowFilter.results.score_low"];
          /** Upper end of the 95 % interval of the score, 100 at most; null without sem. */
          score_high?: parameters["rowFilter.results.score_high"];
        };
        body: {
          /** results */
          results?: definitions["results"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/roles": {
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    get: {
      parameters: {
        query: {
          /** Its name, such as admin or client. */
          code?: parameters["rowFilter.roles.code"];
          /** What somebody with this role does, in words. */
          description?: parameters["rowFilter.roles.description"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["roles"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    post: {
      parameters: {
        body: {
          /** roles */
          roles?: definitions["roles"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    delete: {
      parameters: {
        query: {
          /** Its name, such as admin or client. */
          code?: parameters["rowFilter.roles.code"];
          /** What somebody with this role does, in words. */
          description?: parameters["rowFilter.roles.description"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** What one does for an organisation, such as client, is a role in it: column organizations of me. */
    patch: {
      parameters: {
        query: {
          /** Its name, such as admin or client. */
          code?: parameters["rowFilter.roles.code"];
          /** What somebody with this role does, in words. */
          description?: parameters["rowFilter.roles.description"];
        };
        body: {
          /** roles */
          roles?: definitions["roles"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/rpc/abort_upload": {
    /** 204; 404; 409 it is complete. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 404; 409 it is complete. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/accept_offer": {
    /** For whoever has been hired in the campaign. 201 the vessel. Errors: 409 not hired, aboard elsewhere. */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For whoever has been hired in the campaign. 201 the vessel. Errors: 409 not hired, aboard elsewhere. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/acknowledge_anomaly": {
    /**
     * For members of its organisation. anomaly: its id; note: in words. 204. One as bad of the same model and metric is not told of for a day.
     * Errors: 400 a note that is blank or too long; 404 no such anomaly; 409 it is not open.
     */
    get: {
      parameters: {
        query: {
          anomaly: number;
          note?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of its organisation. anomaly: its id; note: in words. 204. One as bad of the same model and metric is not told of for a day.
     * Errors: 400 a note that is blank or too long; 404 no such anomaly; 409 it is not open.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            anomaly: number;
            /** Format: text */
            note?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/activate_model": {
    /** For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it. */
    get: {
      parameters: {
        query: {
          version: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. version: of model_versions. 204. Errors: 400 no such version; 403; 409 another one is at it. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            version: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/add_vessel": {
    /**
     * For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
     * the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          name: string;
          environment?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
     * the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            environment?: unknown;
            /** Format: text */
            name: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/affinity_validation": {
    /**
     * For administrators and accounts with role researcher; a row a phase. model: a version, null the active one. Of the answers of people with
     * consent of kind research; of fewer than five people null. auc with its 95 % interval, brier, slope of the calibration, and R squared over
     * the phases before. Errors: 400 no such model; 403.
     */
    get: {
      parameters: {
        query: {
          model?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher; a row a phase. model: a version, null the active one. Of the answers of people with
     * consent of kind research; of fewer than five people null. auc with its 95 % interval, brier, slope of the calibration, and R squared over
     * the phases before. Errors: 400 no such model; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            model?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/agreement": {
    /**
     * For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
     * Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          kind?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
     * Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            kind?: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/answer_review": {
    /**
     * For clients of the campaign's employer. person: a candidate who waits for one (decisions shows the request); answer: in words, which the
     * candidate gets. It decides nothing by itself: lift_barrier and decide do. {review, campaign, person, answer, answered_at}. Errors: 400 no
     * answer, no candidate; 403; 409 nobody waits for one.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          answer: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. person: a candidate who waits for one (decisions shows the request); answer: in words, which the
     * candidate gets. It decides nothing by itself: lift_barrier and decide do. {review, campaign, person, answer, answered_at}. Errors: 400 no
     * answer, no candidate; 403; 409 nobody waits for one.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            answer: string;
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/applications": {
    /** One's own. status: pending, hired (accept_offer or withdraw), rejected, joined, withdrawn. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** One's own. status: pending, hired (accept_offer or withdraw), rejected, joined, withdrawn. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/apply": {
    /**
     * For anyone signed in. 201 the campaign. Takes an Idempotency-Key. Errors: 400 a token that is not valid; 409 applied already, the campaign
     * is not open.
     */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in. 201 the campaign. Takes an Idempotency-Key. Errors: 400 a token that is not valid; 409 applied already, the campaign
     * is not open.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/assign_signal": {
    /**
     * For members of the signal's organisation. assignee: the member; role_type: as what, in a word; notes: replace those there are. The row of
     * signal_assignments. Errors: 400 an assignee outside the organisation; 404 no such signal; 409 resolved or closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          assignee: string;
          role_type?: string;
          notes?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. assignee: the member; role_type: as what, in a word; notes: replace those there are. The row of
     * signal_assignments. Errors: 400 an assignee outside the organisation; 404 no such signal; 409 resolved or closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            assignee: string;
            /** Format: text */
            notes?: string;
            /** Format: text */
            role_type?: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/begin_test": {
    /**
     * For anyone signed in, in the own name; while one runs, it is that one. instrument: its id. 201 {test, expires_at}; the items come from
     * next_item. Errors: 400 an instrument that is no adaptive test; 409 no attempt is left.
     */
    get: {
      parameters: {
        query: {
          instrument: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name; while one runs, it is that one. instrument: its id. 201 {test, expires_at}; the items come from
     * next_item. Errors: 400 an instrument that is no adaptive test; 409 no attempt is left.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            instrument: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/begin_upload": {
    /**
     * title, kind, file name, media type and size as they are; where they are known sha256, in hexadecimal digits, and the day when it expires on;
     * storage database or s3, by default as the size asks for. 201 {document, method, part_size, parts: [{number, url}], expires_at}: by method
     * database each part goes to upload_part, by multipart to its url by PUT (none yet: ask upload_parts), then complete_upload; 400 what is not
     * taken; 413 too large, too many; 429 with Retry-After. With an Idempotency-Key a request that comes again gets the same document.
     */
    get: {
      parameters: {
        query: {
          title: string;
          kind: string;
          file_name: string;
          media_type: string;
          size: number;
          sha256?: string;
          expires_on?: string;
          storage?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * title, kind, file name, media type and size as they are; where they are known sha256, in hexadecimal digits, and the day when it expires on;
     * storage database or s3, by default as the size asks for. 201 {document, method, part_size, parts: [{number, url}], expires_at}: by method
     * database each part goes to upload_part, by multipart to its url by PUT (none yet: ask upload_parts), then complete_upload; 400 what is not
     * taken; 413 too large, too many; 429 with Retry-After. With an Idempotency-Key a request that comes again gets the same document.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: date */
            expires_on?: string;
            /** Format: text */
            file_name: string;
            /** Format: text */
            kind: string;
            /** Format: text */
            media_type: string;
            /** Format: text */
            sha256?: string;
            /** Format: bigint */
            size: number;
            /** Format: text */
            storage?: string;
            /** Format: text */
            title: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/block": {
    /**
     * For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
     * each other is deleted, and so are reports on both. Errors: 404 oneself.
     */
    get: {
      parameters: {
        query: {
          person: string;
          blocked?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
     * each other is deleted, and so are reports on both. Errors: 404 oneself.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            blocked?: boolean;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/board": {
    /** For anyone signed in. 201 the vessel. Errors: 400 a token that is not valid; 409 aboard already. */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For anyone signed in. 201 the vessel. Errors: 400 a token that is not valid; 409 aboard already. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/boarding_pass": {
    /**
     * For clients of the vessel's employer; the former passes for the position end. valid_for: up to a year; email: to whom one of its own is
     * mailed besides. 201 the token. Errors: 400 an unknown position, a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          position: string;
          valid_for?: string;
          email?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer; the former passes for the position end. valid_for: up to a year; email: to whom one of its own is
     * mailed besides. 201 the token. Errors: 400 an unknown position, a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email?: string;
            /** Format: text */
            position: string;
            /** Format: interval */
            valid_for?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibrate": {
    /**
     * For anyone signed in with consent of kind visual. ratings: [{photo, rating}], rating 1 to 5, "like" or "dislike"; a photo that comes again
     * is corrected. {n, calibration_complete, loo_rmse}: photos rated, whether the taste could be learnt (not of fewer than ten ratings, nor where
     * all are equal; without it there are no matches), and how far off it is, in units of a rating. Errors: 400 no ratings, a photo that is not in
     * the set; 403 no consent.
     */
    get: {
      parameters: {
        query: {
          ratings: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. ratings: [{photo, rating}], rating 1 to 5, "like" or "dislike"; a photo that comes again
     * is corrected. {n, calibration_complete, loo_rmse}: photos rated, whether the taste could be learnt (not of fewer than ten ratings, nor where
     * all are equal; without it there are no matches), and how far off it is, in units of a rating. Errors: 400 no ratings, a photo that is not in
     * the set; 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            ratings: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibration_set": {
    /**
     * For anyone signed in with consent of kind visual. photo: a document, whose bytes document_data gives; rating: 1 to 5, null not yet. Errors:
     * 403 no consent.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. photo: a document, whose bytes document_data gives; rating: 1 to 5, null not yet. Errors:
     * 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/calibration_summary": {
    /**
     * For administrators and accounts with role researcher (else 403). people, and of how many of them a taste was learnt; best, median and worst:
     * of their errors loo_rmse, in points of 1 to 5.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and accounts with role researcher (else 403). people, and of how many of them a taste was learnt; best, median and worst:
     * of their errors loo_rmse, in points of 1 to 5.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/cancel_erasure": {
    /** 204, also where none was asked for. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204, also where none was asked for. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/cancel_job": {
    /** With it go those of its kind and batch, also where it has ended itself. For whose job it is and administrators. 403; 409 all have ended. */
    get: {
      parameters: {
        query: {
          job: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** With it go those of its kind and batch, also where it has ended itself. For whose job it is and administrators. 403; 409 all have ended. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            job: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/candidates": {
    /**
     * For clients of its employer; a row a person, in the order of the applications. has_profile false: not in matching yet; null: no open
     * candidate any more. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer; a row a person, in the order of the applications. has_profile false: not in matching yet; null: no open
     * candidate any more. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/change_password": {
    /** current_password, new_password. 204; 400 the current one is wrong, or the new one too weak; 429. */
    get: {
      parameters: {
        query: {
          current_password: string;
          new_password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** current_password, new_password. 204; 400 the current one is wrong, or the new one too weak; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            current_password: string;
            /** Format: text */
            new_password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_data": {
    /**
     * For members. kind: team_analysis, dora_metric, rework, or one that the site has added; data: a row or a list of rows. {ok, errors: [{row,
     * path, message}]}. Errors: 400 no such kind; 403.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          data: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. kind: team_analysis, dora_metric, rework, or one that the site has added; data: a row or a list of rows. {ok, errors: [{row,
     * path, message}]}. Errors: 400 no such kind; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            data: unknown;
            /** Format: text */
            kind: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_sql": {
    /**
     * For members. sql: one statement; policy: whose relations, functions and limits count; organization: the tenant that it has to be held to,
     * where one acts for several. {ok, errors: [{rule, sqlstate, message, position, line, column, hint, object}], warnings, fingerprint,
     * columns, relations, functions, tenant, cost}. Roles, row security and READ ONLY enforce what this explains. By POST alone. Errors: 400 no
     * such policy, or not clear for which organisation; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. sql: one statement; policy: whose relations, functions and limits count; organization: the tenant that it has to be held to,
     * where one acts for several. {ok, errors: [{rule, sqlstate, message, position, line, column, hint, object}], warnings, fingerprint,
     * columns, relations, functions, tenant, cost}. Roles, row security and READ ONLY enforce what this explains. By POST alone. Errors: 400 no
     * such policy, or not clear for which organisation; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/check_sql_intent": {
    /**
     * For members. sql, policy, organization: as check_sql; intent: the question in words. {confidence, missed, extra}: what the words ask for and
     * the statement has not, and the other way round. By POST alone. Errors: 400 as check_sql; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. sql, policy, organization: as check_sql; intent: the question in words. {confidence, missed, extra}: what the words ask for and
     * the statement has not, and the other way round. By POST alone. Errors: 400 as check_sql; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            intent: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/close_survey": {
    /** For clients of the vessel's employer. Errors: 403; 409 not open. */
    get: {
      parameters: {
        query: {
          survey: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of the vessel's employer. Errors: 403; 409 not open. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            survey: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/comment_signal": {
    /**
     * For members of the signal's organisation. comment: up to 10,000 characters. The row of signal_assignments. Errors: 400 no text; 404 no such
     * signal; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          comment: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. comment: up to 10,000 characters. The row of signal_assignments. Errors: 400 no text; 404 no such
     * signal; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            comment: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/compare_simulations": {
    /**
     * For members; who does not plan is told no differences of a run in which other small roles are joined than in the first. ids: 1 to 20, of
     * simulations with the same seed, iterations and steps. Errors: 400 others; 404; 409 one is not completed; 413 too many or too large.
     */
    get: {
      parameters: {
        query: {
          ids: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; who does not plan is told no differences of a run in which other small roles are joined than in the first. ids: 1 to 20, of
     * simulations with the same seed, iterations and steps. Errors: 400 others; 404; 409 one is not completed; 413 too many or too large.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            ids: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/complete_upload": {
    /**
     * Of S3 with their etags, [{number, etag}]. 200 {document, status}: checking, ready, quarantined, the same again when called again; 400 etags;
     * 404; 409 parts are missing, or the upload was aborted.
     */
    get: {
      parameters: {
        query: {
          document: string;
          etags?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * Of S3 with their etags, [{number, etag}]. 200 {document, status}: checking, ready, quarantined, the same again when called again; 400 etags;
     * 404; 409 parts are missing, or the upload was aborted.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: jsonb */
            etags?: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/consent": {
    /**
     * For anyone signed in, in the own name. kind: visual, personality, genetic or research; given: whether; text_version: of the text that was
     * shown, by default the newest; language: in which it was shown. Withdrawing deletes at once what was kept of that kind, and its scores with
     * everybody. 204. Errors: 400 no such kind; 409 the text is not of that version any more: show it again; 429 agreed to too often in a day.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          given: boolean;
          text_version?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name. kind: visual, personality, genetic or research; given: whether; text_version: of the text that was
     * shown, by default the newest; language: in which it was shown. Withdrawing deletes at once what was kept of that kind, and its scores with
     * everybody. 204. Errors: 400 no such kind; 409 the text is not of that version any more: show it again; 429 agreed to too often in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            given: boolean;
            /** Format: text */
            kind: string;
            /** Format: text */
            language?: string;
            /** Format: text */
            text_version?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/consent_texts": {
    /**
     * For anyone signed in; a row a kind: to be shown before consent is asked for. language: of the words, en where there are none in it, which
     * text_language says. purpose: the words; text_version: what consent takes.
     */
    get: {
      parameters: {
        query: {
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in; a row a kind: to be shown before consent is asked for. language: of the words, en where there are none in it, which
     * text_language says. purpose: the words; text_version: what consent takes.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            language?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/contributors": {
    /**
     * For members of the organization. The whole months from start to before end; project: its code, null all; options: as dora. {authors,
     * bus_factor, gini, commits, unmapped, own}; of fewer than five authors null, with a reason. own: of whoever asks. Errors: 400 another option;
     * 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. The whole months from start to before end; project: its code, null all; options: as dora. {authors,
     * bus_factor, gini, commits, unmapped, own}; of fewer than five authors null, with a reason. own: of whoever asks. Errors: 400 another option;
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/create_account": {
    /**
     * For administrators. email, full_name; roles: of view roles; organization: for which it acts, in organization_role. 201 with its id; 409
     * the e-mail address is taken; 400 an address, role or organisation that is none.
     */
    get: {
      parameters: {
        query: {
          email: string;
          full_name: string;
          roles?: string;
          organization?: string;
          organization_role?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. email, full_name; roles: of view roles; organization: for which it acts, in organization_role. 201 with its id; 409
     * the e-mail address is taken; 400 an address, role or organisation that is none.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
            /** Format: text */
            full_name: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            organization_role?: string;
            /** Format: text[] */
            roles?: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/create_organization": {
    /** For administrators. 201 with its id; 400 a name that is blank or too long. */
    get: {
      parameters: {
        query: {
          name: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 201 with its id; 400 a name that is blank or too long. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            name: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/dashboard": {
    /**
     * For clients of the vessel's employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
     * reason. language: of the words, English where there are none. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
     * reason. language: of the words, English where there are none. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            language?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/decide": {
    /**
     * For clients of the campaign's employer. decision: hired (the person then accepts or withdraws) or rejected, which also takes an offer
     * back; reason: in words. The candidate gets a message. Takes an Idempotency-Key.
     *
     * 201 {person, campaign, decision, reason, decided_at, y_success, dnre, betas, model_version}: what was known and predicted at this moment,
     * in whole numbers. Errors: 400 another decision, no reason, no candidate; 403; 409 decided already, the campaign is not open or closed, the
     * safety barrier disqualifies (lift_barrier).
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          decision: string;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. decision: hired (the person then accepts or withdraws) or rejected, which also takes an offer
     * back; reason: in words. The candidate gets a message. Takes an Idempotency-Key.
     *
     * 201 {person, campaign, decision, reason, decided_at, y_success, dnre, betas, model_version}: what was known and predicted at this moment,
     * in whole numbers. Errors: 400 another decision, no reason, no candidate; 403; 409 decided already, the campaign is not open or closed, the
     * safety barrier disqualifies (lift_barrier).
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            decision: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/decisions": {
    /**
     * For clients of its employer. decision: hired, rejected, joined, withdrawn, barrier_lifted, barrier_restored, review_requested,
     * review_answered; with what was known and predicted then, in whole numbers. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. decision: hired, rejected, joined, withdrawn, barrier_lifted, barrier_restored, review_requested,
     * review_answered; with what was known and predicted then, in whole numbers. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/delete_document": {
    /** For its owner and administrators. 204, also again; 404; 409 legal hold, or an upload that is not complete. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For its owner and administrators. 204, also again; 404; 409 legal hold, or an upload that is not complete. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/delivery_filters": {
    /**
     * For members. organization: of this one; null: of all one's own. {projects, teams, services, repositories, types, statuses, first, last}.
     * Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members. organization: of this one; null: of all one's own. {projects, teams, services, repositories, types, statuses, first, last}.
     * Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/discover": {
    /**
     * For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
     * no consent.
     */
    get: {
      parameters: {
        query: {
          most?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
     * no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            most?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/document_data": {
    /** 200; 404; 409 not ready, or kept in S3. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200; 404; 409 not ready, or kept in S3. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/document_url": {
    /** 200 {url, expires_in}; 404; 409 not ready. */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {url, expires_in}; 404; 409 not ready. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/dora": {
    /**
     * For members of the organization. From start to before end; project: its code, null all. options: {team, service, zone, year,
     * incident_window_seconds}. Times in seconds, shares 0 to 1, each with its interval and how many it rests on; what rests on nothing is null.
     * seeds: deployments that are the first of their service, which have no lead time. tiers: of each year {tier, crosses} a figure. Errors: 400
     * another option, no such project, team, zone or year; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end; project: its code, null all. options: {team, service, zone, year,
     * incident_window_seconds}. Times in seconds, shares 0 to 1, each with its interval and how many it rests on; what rests on nothing is null.
     * seeds: deployments that are the first of their service, which have no lead time. tiers: of each year {tier, crosses} a figure. Errors: 400
     * another option, no such project, team, zone or year; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/drivers": {
    /**
     * For members of the organization; a row a feature. metric: of signal_metrics; top: 1 to 50. Errors: 400 another top, an unknown metric;
     * 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          metric: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a feature. metric: of signal_metrics; top: 1 to 50. Errors: 400 another top, an unknown metric;
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization: string;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/erase_me": {
    /** 202 {due_at}; 400 the password is wrong; 409 the last administrator, or something has to be kept; 429. */
    get: {
      parameters: {
        query: {
          password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 202 {due_at}; 400 the password is wrong; 409 the last administrator, or something has to be kept; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/event_token": {
    /** 200 {token, expires_in}. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {token, expires_in}. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/executive": {
    /**
     * For members of the organization. From start to before end. {kpis, trends, risks}; points of trends are those of a control chart;
     * risks have words, and a code with parameters. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end. {kpis, trends, risks}; points of trends are those of a control chart;
     * risks have words, and a code with parameters. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: uuid */
            organization: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/export_my_data": {
    /** 200 {"schema.table": [rows]}; 429 more than three at once, then one in 20 minutes. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {"schema.table": [rows]}; 429 more than three at once, then one in 20 minutes. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/export_typing": {
    /** For anyone signed in with consent of kind genetic. {typing, typed_at}. Errors: 403 no consent; 404 there is none. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For anyone signed in with consent of kind genetic. {typing, typed_at}. Errors: 403 no consent; 404 there is none. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/fairness": {
    /**
     * campaign: for administrators and accounts with role researcher. Without one: for administrators all campaigns, for employers the years
     * that were published, over all campaigns that they archived in one. Errors: 400 no such campaign; 403.
     */
    get: {
      parameters: {
        query: {
          campaign?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * campaign: for administrators and accounts with role researcher. Without one: for administrators all campaigns, for employers the years
     * that were published, over all campaigns that they archived in one. Errors: 400 no such campaign; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/feed": {
    /**
     * For members; a row an event. most: 1 to 100 rows; before_at, before_id: created_at and id of the last row of the page before. unread: by
     * whoever asks, never one's own acts; organization, facility and metric of the signal, and the names of who acted and was assigned. Errors:
     * 400 another most, half a key.
     */
    get: {
      parameters: {
        query: {
          most?: number;
          before_at?: string;
          before_id?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; a row an event. most: 1 to 100 rows; before_at, before_id: created_at and id of the last row of the page before. unread: by
     * whoever asks, never one's own acts; organization, facility and metric of the signal, and the names of who acted and was assigned. Errors:
     * 400 another most, half a key.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            before_at?: string;
            /** Format: bigint */
            before_id?: number;
            /** Format: integer */
            most?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/feed_unread": {
    /** For members: a number; one's own acts are not counted. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members: a number; one's own acts are not counted. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/find_similar": {
    /**
     * For members; rows kind, id, title, similarity, most alike first. kind: of this one; null: of all. k: at most 100. Errors: 400 no such kind,
     * an empty query, another k; 403.
     */
    get: {
      parameters: {
        query: {
          query: string;
          kind?: string;
          k?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; rows kind, id, title, similarity, most alike first. kind: of this one; null: of all. k: at most 100. Errors: 400 no such kind,
     * an empty query, another k; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            k?: number;
            /** Format: text */
            kind?: string;
            /** Format: text */
            query: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/fleet": {
    /**
     * For clients of the organization, in whole numbers; null before the first is built. vessels: toxicity_flag, and mood_judged:
     * whether there was enough to judge by in the last weeks. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the organization, in whole numbers; null before the first is built. vessels: toxicity_flag, and mood_judged:
     * whether there was enough to judge by in the last weeks. Has an ETag: 304 to If-None-Match. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/flow": {
    /**
     * For members of the organization. From start to before end; project: its code, null all; options: as dora. {n, cycle, lead, efficiency,
     * rework, ageing, service_level, cumulative, little}, times in seconds. Errors: 400 another option, no such project, team or zone; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end; project: its code, null all; options: as dora. {n, cycle, lead, efficiency,
     * rework, ageing, service_level, cumulative, little}, times in seconds. Errors: 400 another option, no such project, team or zone; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/forecast": {
    /**
     * For members of the organization. From start to before end is looked at, without the time before the first item; project: its code, null
     * all; options: as dora. items: after how many units so many are done; periods: how many are done in so many units; unit: day, week or month;
     * probability: for each of these. {throughput, probability, items, periods, backtest, trend}. Errors: 400 another unit or option, a
     * probability that is none; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
          items?: number;
          periods?: number;
          unit?: string;
          probability?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. From start to before end is looked at, without the time before the first item; project: its code, null
     * all; options: as dora. items: after how many units so many are done; periods: how many are done in so many units; unit: day, week or month;
     * probability: for each of these. {throughput, probability, items, periods, backtest, trend}. Errors: 400 another unit or option, a
     * probability that is none; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: integer */
            items?: number;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: integer */
            periods?: number;
            /** Format: double precision[] */
            probability?: number[];
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
            /** Format: text */
            unit?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/give_pulse": {
    /**
     * For whoever is aboard; a second one on the same day (UTC) corrects the first. 201 {day, vessel, score, given_at}. Errors: 400 not 1 to 5;
     * 409 not aboard.
     */
    get: {
      parameters: {
        query: {
          score: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever is aboard; a second one on the same day (UTC) corrects the first. 201 {day, vessel, score, given_at}. Errors: 400 not 1 to 5;
     * 409 not aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            score: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/grant_attempt": {
    /** For administrators. person: the account; instrument: a cognitive test. 204. Errors: 400 no test, no such person; 403. */
    get: {
      parameters: {
        query: {
          person: string;
          instrument: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. person: the account; instrument: a cognitive test. 204. Errors: 400 no test, no such person; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            instrument: number;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/health": {
    /**
     * For anybody: {status, version}; status ok, read_only, or dead, which is answered with 503. For administrators and harmony_monitor also
     * database, modules, migrations, queue, outbox, snapshots, workers, oldest_transaction_s and extensions.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody: {status, version}; status ok, read_only, or dead, which is answered with 503. For administrators and harmony_monitor also
     * database, modules, migrations, queue, outbox, snapshots, workers, oldest_transaction_s and extensions.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/health_ml": {
    /**
     * For administrators and harmony_monitor. {status, models [{model, last_prediction, last_outcome, level}]}; status ok or degraded. Errors:
     * 403.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators and harmony_monitor. {status, models [{model, last_prediction, last_outcome, level}]}; status ok or degraded. Errors:
     * 403.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hla_match": {
    /**
     * For anyone signed in with consent of kind genetic; person: one of one's matches. {band, loci}: low, middle or high, as scored in the night,
     * and the loci that were compared. Errors: 403 no consent; 404 not one of one's matches; 409 phase 3 is not complete.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind genetic; person: one of one's matches. {band, loci}: low, middle or high, as scored in the night,
     * and the loci that were compared. Errors: 403 no consent; 404 not one of one's matches; 409 phase 3 is not complete.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hla_put": {
    /**
     * For anyone signed in with consent of kind genetic. gl: a GL String of HLA-A, -B and -DRB1. 201 {loci, quality}: which loci can be compared,
     * and their share. Errors: 400 a typing that cannot be read, or of which nothing can be compared; 403 no consent; 409 phase 2 is not complete,
     * or less than 180 days after the one before; 413 too long, or too ambiguous.
     */
    get: {
      parameters: {
        query: {
          gl: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind genetic. gl: a GL String of HLA-A, -B and -DRB1. 201 {loci, quality}: which loci can be compared,
     * and their share. Errors: 400 a typing that cannot be read, or of which nothing can be compared; 403 no consent; 409 phase 2 is not complete,
     * or less than 180 days after the one before; 413 too long, or too ambiguous.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            gl: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/hydrate_signals": {
    /**
     * For administrators. organization, run_id: of runs. 202 {job}: the one that waits or runs where it is asked twice. Errors: 400 no such
     * organisation; 403; 404 no such run; 409 it is not published.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          run_id: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization, run_id: of runs. 202 {job}: the one that waits or runs where it is asked twice. Errors: 400 no such
     * organisation; 403; 404 no such run; 409 it is not published.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/impact": {
    /**
     * For clients of the campaign's employer, in whole numbers whose contributions sum to the score. person: an open candidate. null for
     * somebody without a profile. Errors: 403 no open candidate; 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer, in whole numbers whose contributions sum to the score. person: an open candidate. null for
     * somebody without a profile. Errors: 403 no open candidate; 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/import_answers": {
    /**
     * For administrators. document: one that is ready and kept in the database; instrument: its id; mapping: where what stands, with encoding and
     * delimiter of the file where they are not as usual; shape: wide, a response a row, or long, an answer a row. 202 {job}, whose result is the
     * report: {batch, status, rows, stored, replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, hints}; the
     * rejects one by one are in import_rejects. Errors: 400 a mapping that cannot be, an instrument that is not there; 403; 404 no such document;
     * 409 one that is not ready.
     */
    get: {
      parameters: {
        query: {
          document: string;
          instrument: number;
          mapping?: string;
          shape?: string;
          dry_run?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. document: one that is ready and kept in the database; instrument: its id; mapping: where what stands, with encoding and
     * delimiter of the file where they are not as usual; shape: wide, a response a row, or long, an answer a row. 202 {job}, whose result is the
     * report: {batch, status, rows, stored, replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, hints}; the
     * rejects one by one are in import_rejects. Errors: 400 a mapping that cannot be, an instrument that is not there; 403; 404 no such document;
     * 409 one that is not ready.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: boolean */
            dry_run?: boolean;
            /** Format: integer */
            instrument: number;
            /** Format: jsonb */
            mapping?: unknown;
            /** Format: text */
            shape?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/invite": {
    /**
     * For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one of its own is mailed
     * besides. 201 the token. Errors: 400 a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          valid_for?: string;
          single_use?: boolean;
          email?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. valid_for: up to a year; single_use: false makes it good for many; email: to whom one of its own is mailed
     * besides. 201 the token. Errors: 400 a time that is none, no address; 403; 429 more than 1,000 in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            email?: string;
            /** Format: boolean */
            single_use?: boolean;
            /** Format: interval */
            valid_for?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/judge_toxicity": {
    /**
     * For administrators. organization: the employer; at: the last complete week before this time is judged, once. Errors: 400 no such employer,
     * a time to come; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization: the employer; at: the last complete week before this time is judged, once. Errors: 400 no such employer,
     * a time to come; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            at?: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lead_time_trend": {
    /**
     * For members of the organization; a row a week, from Mondays in the options' zone. From start to before end; project: its code, null all;
     * options: as dora. Seconds from commitment to done, and the shares within a day, a week and 30 days; partial: not the whole week. Errors: 400
     * another option, no such project, team or zone; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a week, from Mondays in the options' zone. From start to before end; project: its code, null all;
     * options: as dora. Seconds from commitment to done, and the shares within a day, a week and 30 days; partial: not the whole week. Errors: 400
     * another option, no such project, team or zone; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/leave": {
    /**
     * For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
     * the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one's crew;
     * 409 not aboard.
     */
    get: {
      parameters: {
        query: {
          person: string;
          reason: string;
          left_on?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
     * the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one's crew;
     * 409 not aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: date */
            left_on?: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lift_barrier": {
    /**
     * For clients of the campaign's employer. person: a pending candidate whom a rule disqualifies; reason: in words, which decisions shows.
     * 204. Errors: 400 no reason, no candidate; 403; 409 decided, lifted already, or no rule disqualifies.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          person: string;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the campaign's employer. person: a pending candidate whom a rule disqualifies; reason: in words, which decisions shows.
     * 204. Errors: 400 no reason, no candidate; 403; 409 decided, lifted already, or no rule disqualifies.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid */
            person: string;
            /** Format: text */
            reason: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/lineage": {
    /**
     * For anybody signed in: it tells of the catalog. object: a name in api or signals, with or without the schema; column: of it, null all. A row
     * says that a column is made of another one, depth steps away. Errors: 404 no such object or column.
     */
    get: {
      parameters: {
        query: {
          object: string;
          column?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody signed in: it tells of the catalog. object: a name in api or signals, with or without the schema; column: of it, null all. A row
     * says that a column is made of another one, depth steps away. Errors: 404 no such object or column.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            column?: string;
            /** Format: text */
            object: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/load_artifacts": {
    /**
     * For administrators. organization: whose they are; path: the run's folder, inside the server's folder of artifacts. 202 {job}: the one that
     * waits or runs where it is asked twice. Errors: 400 no such organisation, a path outside or to no folder; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          path: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization: whose they are; path: the run's folder, inside the server's folder of artifacts. 202 {job}: the one that
     * waits or runs where it is asked twice. Errors: 400 no such organisation, a path outside or to no folder; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
            /** Format: text */
            path: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/load_records": {
    /**
     * For members of the organization. project: its code; kind: commit, deployment, incident, pull_request, review, work_item, status_change or
     * sprint; documents: a list of objects with ids of their own, in any order. {loaded, updated, rejected: [{id, reason}]}; the same again
     * changes nothing. Errors: 400 another kind, no list; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          project: string;
          kind: string;
          documents: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. project: its code; kind: commit, deployment, incident, pull_request, review, work_item, status_change or
     * sprint; documents: a list of objects with ids of their own, in any order. {loaded, updated, rejected: [{id, reason}]}; the same again
     * changes nothing. Errors: 400 another kind, no list; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            documents: unknown;
            /** Format: text */
            kind: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/login": {
    /**
     * email, password: as registered; cookie: where the refresh token goes. 200 {access_token, token_type, expires_in, account},
     * the refresh token in a cookie, or, where cookie is false, as refresh_token; 401, the same for every reason; 429 with Retry-After.
     */
    get: {
      parameters: {
        query: {
          email: string;
          password: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * email, password: as registered; cookie: where the refresh token goes. 200 {access_token, token_type, expires_in, account},
     * the refresh token in a cookie, or, where cookie is false, as refresh_token; 401, the same for every reason; 429 with Retry-After.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            email: string;
            /** Format: text */
            password: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/logout": {
    /**
     * refresh_token: by default that of the cookie; everywhere: all sessions of the account. 204, also for a token that is dead; the cookie is
     * cleared.
     */
    get: {
      parameters: {
        query: {
          refresh_token?: string;
          everywhere?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * refresh_token: by default that of the cookie; everywhere: all sessions of the account. 204, also for a token that is dead; the cookie is
     * cleared.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            everywhere?: boolean;
            /** Format: text */
            refresh_token?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/make_report": {
    /**
     * 202 {job}; see view jobs for its result {document}. Kinds candidate, recruiter, onboarding, manager (subject {person, campaign}), vessel
     * ({vessel}), fleet ({organization}), signal ({signal}), delivery ({organization, start, end}), simulation ({simulation}), match ({match}),
     * and what the site has added. 400 a kind, subject, format or language that is none; 403; 404; 409 a simulation that is not completed; 429.
     */
    get: {
      parameters: {
        query: {
          kind: string;
          subject: string;
          format?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * 202 {job}; see view jobs for its result {document}. Kinds candidate, recruiter, onboarding, manager (subject {person, campaign}), vessel
     * ({vessel}), fleet ({organization}), signal ({signal}), delivery ({organization, start, end}), simulation ({simulation}), match ({match}),
     * and what the site has added. 400 a kind, subject, format or language that is none; 403; 404; 409 a simulation that is not completed; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            format?: string;
            /** Format: text */
            kind: string;
            /** Format: text */
            language?: string;
            /** Format: jsonb */
            subject: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/mark_read": {
    /** For members. up_to: the event up to which; null: all that there is now. 204; a mark does not go back. Errors: 400 a negative number. */
    get: {
      parameters: {
        query: {
          up_to?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. up_to: the event up to which; null: all that there is now. 204; a mark does not go back. Errors: 400 a negative number. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            up_to?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match": {
    /**
     * For anyone signed in with consent of kind visual. person: whom view matches names. Errors: 403 no consent; 404 not one of one's
     * matches.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. person: whom view matches names. Errors: 403 no consent; 404 not one of one's
     * matches.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match_report": {
    /**
     * For anyone signed in with consent of kind visual. match: its id. format html: 200 {html}, an XHTML document; pdf, docx: 202 {job}, whose
     * result is {document}, as make_report with kind match. Errors: 400 another format; 403 no consent; 404 not one of one's matches; 429.
     */
    get: {
      parameters: {
        query: {
          match: number;
          format?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. match: its id. format html: 200 {html}, an XHTML document; pdf, docx: 202 {job}, whose
     * result is {document}, as make_report with kind match. Errors: 400 another format; 403 no consent; 404 not one of one's matches; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            format?: string;
            /** Format: bigint */
            match: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/match_top": {
    /**
     * For anyone signed in with consent of kind visual; best first. k: 1 to 50. The list stays the same all day; nobody stands on too many of
     * them. Errors: 400 k; 403 no consent.
     */
    get: {
      parameters: {
        query: {
          k?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual; best first. k: 1 to 50. The list stays the same all day; nobody stands on too many of
     * them. Errors: 400 k; 403 no consent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            k?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/matching": {
    /**
     * For clients of its employer, in whole numbers; a row a candidate, the best first: stage 1 is fit to the position (g_fit, centile), stage 2
     * predicted success with the vessel's crew (y_success and its terms), each with its 90 % interval. top: so many rows only. f_team is null
     * for a crew of fewer than five people whose traits were measured. Errors: 403; 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer, in whole numbers; a row a candidate, the best first: stage 1 is fit to the position (g_fit, centile), stage 2
     * predicted success with the vessel's crew (y_success and its terms), each with its 90 % interval. top: so many rows only. f_team is null
     * for a crew of fewer than five people whose traits were measured. Errors: 403; 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: bigint */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/may_listen": {
    /** 200 true; 403. */
    get: {
      parameters: {
        query: {
          channel: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 true; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            channel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/members": {
    /** For the clients of the organization and administrators: rows (account, email, full_name, role, since). 403 for everybody else. */
    get: {
      parameters: {
        query: {
          organization: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For the clients of the organization and administrators: rows (account, email, full_name, role, since). 403 for everybody else. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metadata": {
    /** For members. organization: of this one; null: of all one's own. {layers, checks, freshness, runs}. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: of this one; null: of all one's own. {layers, checks, freshness, runs}. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metric_query": {
    /**
     * For members of the organization; a row a key. metric: of signal_metrics; group_by: names of dimensions; filters: {name: value or [values]}.
     * n: of how many values. Errors: 400 a name that is not there; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          metric: string;
          group_by?: string;
          filters?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a key. metric: of signal_metrics; group_by: names of dimensions; filters: {name: value or [values]}.
     * n: of how many values. Errors: 400 a name that is not there; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            filters?: unknown;
            /** Format: text[] */
            group_by?: string[];
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/metrics": {
    /** For harmony_monitor and administrators. Errors: 403. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For harmony_monitor and administrators. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/model_performance": {
    /**
     * For members and administrators. model: its name; version: null all; days: 1 to 365; organization: null all of one's own. {window, n,
     * performance, expected, reference, drift, by_version}; expected: of predictions without outcomes, to be read beside the calibration of
     * reference, the last window with outcomes before. auc_low and auc_high, observed_low and observed_high of calibration: 95 % intervals;
     * reference.auc_change {difference, low, high}: how the area has moved. Of a model about people members are told what was published: by
     * calendar year, rounded, in years. Errors: 400 other days, no such model; 403.
     */
    get: {
      parameters: {
        query: {
          model: string;
          version?: string;
          days?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members and administrators. model: its name; version: null all; days: 1 to 365; organization: null all of one's own. {window, n,
     * performance, expected, reference, drift, by_version}; expected: of predictions without outcomes, to be read beside the calibration of
     * reference, the last window with outcomes before. auc_low and auc_high, observed_low and observed_high of calibration: 95 % intervals;
     * reference.auc_change {difference, low, high}: how the area has moved. Of a model about people members are told what was published: by
     * calendar year, rounded, in years. Errors: 400 other days, no such model; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            days?: number;
            /** Format: text */
            model: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            version?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/narrative": {
    /**
     * For members of the organization. facility: its number; format: json, or markdown for {markdown}; run_id: null the newest. Errors: 400
     * another format; 403; 404 there is none.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          facility: string;
          format?: string;
          run_id?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. facility: its number; format: json, or markdown for {markdown}; run_id: null the newest. Errors: 400
     * another format; 403; 404 there is none.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            facility: string;
            /** Format: text */
            format?: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/next_item": {
    /**
     * For whose test it is. test: of begin_test; answer: the number of the option, 0 leaves the item out; without it the item that is open is
     * told; response_ms: milliseconds until the answer.
     *
     * {item: {position, text, options}, n_answered, stop, submission}: at the end item is null, stop true, and the score of the submission is in
     * view results. Errors: 400 no option of the item, a missing time; 403 another's test or none; 409 expired, ended, answered already.
     */
    get: {
      parameters: {
        query: {
          test: string;
          answer?: number;
          response_ms?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whose test it is. test: of begin_test; answer: the number of the option, 0 leaves the item out; without it the item that is open is
     * told; response_ms: milliseconds until the answer.
     *
     * {item: {position, text, options}, n_answered, stop, submission}: at the end item is null, stop true, and the score of the submission is in
     * view results. Errors: 400 no option of the item, a missing time; 403 another's test or none; 409 expired, ended, answered already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint */
            answer?: number;
            /** Format: integer */
            response_ms?: number;
            /** Format: uuid */
            test: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/ontology_neighbors": {
    /**
     * For members, of their own organisations' newest runs. vertex: its name; label: node, metric, domain, facility or system, these alone;
     * depth: 1 to 3 steps. A row a vertex: the edge by which it is reached, and how far it is. Errors: 400 another label or depth.
     */
    get: {
      parameters: {
        query: {
          vertex: string;
          label?: string;
          depth?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members, of their own organisations' newest runs. vertex: its name; label: node, metric, domain, facility or system, these alone;
     * depth: 1 to 3 steps. A row a vertex: the edge by which it is reached, and how far it is. Errors: 400 another label or depth.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            depth?: number;
            /** Format: text */
            label?: string;
            /** Format: text */
            vertex: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/open_survey": {
    /**
     * For clients of the vessel's employer. kind: of survey_kinds; closes_at: null leaves it open until close_survey. 201 the survey; the crew
     * gets messages. Errors: 400 an unknown kind, an end in the past; 403; 429 more than 5 open, or 10 in 30 days.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          kind: string;
          closes_at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. kind: of survey_kinds; closes_at: null leaves it open until close_survey. 201 the survey; the crew
     * gets messages. Errors: 400 an unknown kind, an end in the past; 403; 429 more than 5 open, or 10 in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            closes_at?: string;
            /** Format: text */
            kind: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/oversight_stats": {
    /**
     * For members and administrators. days: 1 to 365; organization: null all of one's own. {models, predictions, validated, anomalies {low,
     * medium, high, critical}, checks, refused}. Errors: 400 other days; 403.
     */
    get: {
      parameters: {
        query: {
          days?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members and administrators. days: 1 to 365; organization: null all of one's own. {models, predictions, validated, anomalies {low,
     * medium, high, critical}, checks, refused}. Errors: 400 other days; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: integer */
            days?: number;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/photo_put": {
    /**
     * For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
     * what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one's own; 409 not all of it is there; 413 too many
     * photos; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          document: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
     * what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one's own; 409 not all of it is there; 413 too many
     * photos; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/portfolio": {
    /**
     * For members of the organization; a row an active project, of its last sprints that ended from start to before end. health: 0 to 100, from
     * health_parts, of what is measured. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row an active project, of its last sprints that ended from start to before end. health: 0 to 100, from
     * health_parts, of what is measured. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: uuid */
            organization: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/rebuild_snapshots": {
    /**
     * For administrators. vessels: these with their fleets, 1,000 at most; null: all. 202 {job}; its result is {rebuilt}, how many snapshots.
     * Errors: 403; 413 more vessels.
     */
    get: {
      parameters: {
        query: {
          vessels?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. vessels: these with their fleets, 1,000 at most; null: all. 202 {job}; its result is {rebuilt}, how many snapshots.
     * Errors: 403; 413 more vessels.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            vessels?: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/record_feedback": {
    /**
     * For members; 201 {id, successes, failures, confidence}. sql: the statement; intent: the question; helpful: whether it helped; correction:
     * what was written in its place; sqlstate: how it failed; organization: as check_sql. Constants are masked before they are kept, and of the
     * question a few known phrases are. Errors: 400 an empty or too long text, no SQLSTATE; 403; 429.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent: string;
          helpful: boolean;
          correction?: string;
          sqlstate?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; 201 {id, successes, failures, confidence}. sql: the statement; intent: the question; helpful: whether it helped; correction:
     * what was written in its place; sqlstate: how it failed; organization: as check_sql. Constants are masked before they are kept, and of the
     * question a few known phrases are. Errors: 400 an empty or too long text, no SQLSTATE; 403; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            correction?: string;
            /** Format: boolean */
            helpful: boolean;
            /** Format: text */
            intent: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            sql: string;
            /** Format: text */
            sqlstate?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/refresh": {
    /** 200 as login; 401 for a token that is not valid any more. A token is good once: one that comes again later ends the session. */
    get: {
      parameters: {
        query: {
          refresh_token?: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 as login; 401 for a token that is not valid any more. A token is good once: one that comes again later ends the session. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            refresh_token?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/refresh_layers": {
    /**
     * For administrators. organization, run_id: of runs; full: all runs are built anew. 202 {job}: the one that waits or runs where it is asked
     * twice. Errors: 400 no such organisation; 403; 404 no such run.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          run_id: string;
          full?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. organization, run_id: of runs; full: all runs are built anew. 202 {job}: the one that waits or runs where it is asked
     * twice. Errors: 400 no such organisation; 403; 404 no such run.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            full?: boolean;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            run_id: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/register": {
    /**
     * email: name@example.org; password: 8 to 128 characters, none that many have; full_name, phone, location: texts in one line; organization:
     * the name of one that is made, whose client the account is. 201 {access_token, token_type, expires_in, account}, the refresh token
     * in a cookie, or, where cookie is false, as refresh_token; 202 where the site has addresses verified first; 400 a bad
     * address or a weak password; 409 the address is taken; 429 with Retry-After.
     */
    get: {
      parameters: {
        query: {
          email: string;
          password: string;
          full_name?: string;
          phone?: string;
          location?: string;
          organization?: string;
          cookie?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * email: name@example.org; password: 8 to 128 characters, none that many have; full_name, phone, location: texts in one line; organization:
     * the name of one that is made, whose client the account is. 201 {access_token, token_type, expires_in, account}, the refresh token
     * in a cookie, or, where cookie is false, as refresh_token; 202 where the site has addresses verified first; 400 a bad
     * address or a weak password; 409 the address is taken; 429 with Retry-After.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            cookie?: boolean;
            /** Format: text */
            email: string;
            /** Format: text */
            full_name?: string;
            /** Format: text */
            location?: string;
            /** Format: text */
            organization?: string;
            /** Format: text */
            password: string;
            /** Format: text */
            phone?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/remove_member": {
    /** For the clients of the organization and administrators. 204, also where it did not; 403. */
    get: {
      parameters: {
        query: {
          organization: string;
          account: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For the clients of the organization and administrators. 204, also where it did not; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: uuid */
            organization: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reopen_signal": {
    /**
     * For members of the signal's organisation. reason: in words. The row of signal_assignments: in_progress. Errors: 400 no reason; 404 no such
     * signal; 409 it is not closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          reason: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. reason: in words. The row of signal_assignments: in_progress. Errors: 400 no reason; 404 no such
     * signal; 409 it is not closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            reason: string;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/report": {
    /**
     * context: candidate (the person alone), recruiter (a client of the employer of the campaign, which must be named), onboarding and manager
     * (clients of the employer who hired the person, or whose crew it is). {person, context, campaign, items, advice}, for the candidate of a
     * campaign also statements: which safety rules applied, and how to ask for a human review. language: of the words, English where there are
     * none. Errors: 400 an unknown context, no campaign; 403;
     * 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          person: string;
          context: string;
          campaign?: string;
          language?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * context: candidate (the person alone), recruiter (a client of the employer of the campaign, which must be named), onboarding and manager
     * (clients of the employer who hired the person, or whose crew it is). {person, context, campaign, items, advice}, for the candidate of a
     * campaign also statements: which safety rules applied, and how to ask for a human review. language: of the words, English where there are
     * none. Errors: 400 an unknown context, no campaign; 403;
     * 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
            /** Format: text */
            context: string;
            /** Format: text */
            language?: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/report_readings": {
    /**
     * One's own; a row a day, context and employer, the newest first. context: as report; employer: for whom it was read, null for an
     * administrator; campaign, title: of which search.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * One's own; a row a day, context and employer, the newest first. context: as report; employer: for whom it was read, null for an
     * administrator; campaign, title: of which search.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/repositories": {
    /**
     * For members of the organization; a row a project. From start to before end; project: its code, null all; options: as dora. What is about
     * authors is of at least five of them, else null. Errors: 400 another option; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization; a row a project. From start to before end; project: its code, null all; options: as dora. What is about
     * authors is of at least five of them, else null. Errors: 400 another option; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_email_verification": {
    /** 202; 429. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 202; 429. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_password_reset": {
    /** email: of the account. 202, whether or not there is one; 429. */
    get: {
      parameters: {
        query: {
          email: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** email: of the account. 202, whether or not there is one; 429. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/request_review": {
    /**
     * For whoever applied to the campaign, before a decision or after it. message: what is to be looked at, up to 2,000 characters. 201 {review,
     * campaign, message, requested_at}; the employer gets a message, and the answer stands in review_requests. Errors: 400 no message, one that is
     * too long, no application; 409 one waits for an answer already.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          message: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever applied to the campaign, before a decision or after it. message: what is to be looked at, up to 2,000 characters. 201 {review,
     * campaign, message, requested_at}; the employer gets a message, and the answer stands in review_requests. Errors: 400 no message, one that is
     * too long, no application; 409 one waits for an answer already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: text */
            message: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reset_password": {
    /**
     * token: of the mail, good for an hour; new_password: 8 to 128 characters. 204; 401 a token that is not valid; 400 a weak password, with
     * which the token is not spent.
     */
    get: {
      parameters: {
        query: {
          token: string;
          new_password: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * token: of the mail, good for an hour; new_password: 8 to 128 characters. 204; 401 a token that is not valid; 400 a weak password, with
     * which the token is not spent.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            new_password: string;
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/resolve": {
    /**
     * For anybody who holds it, signed in or not; it is not used up. {kind, title, position, vessel, employer, expires_at}. Errors: 400 with one
     * message for a token that was never issued, is spent, has expired or was revoked.
     */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anybody who holds it, signed in or not; it is not used up. {kind, title, position, vessel, employer, expires_at}. Errors: 400 with one
     * message for a token that was never issued, is spent, has expired or was revoked.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/respond": {
    /**
     * For whoever served aboard when it was opened, or later. survey: its id; team_cohesion, workload (10 is the heaviest), leadership,
     * own_performance, intent_to_stay: each may be left out, one is needed. 201 {survey, responded_at}. Errors: 400 not one's survey, an answer
     * out of range, none; 409 closed, answered already.
     */
    get: {
      parameters: {
        query: {
          survey: string;
          team_cohesion?: number;
          workload?: number;
          leadership?: number;
          own_performance?: number;
          intent_to_stay?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For whoever served aboard when it was opened, or later. survey: its id; team_cohesion, workload (10 is the heaviest), leadership,
     * own_performance, intent_to_stay: each may be left out, one is needed. 201 {survey, responded_at}. Errors: 400 not one's survey, an answer
     * out of range, none; 409 closed, answered already.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint */
            intent_to_stay?: number;
            /** Format: smallint */
            leadership?: number;
            /** Format: smallint */
            own_performance?: number;
            /** Format: uuid */
            survey: string;
            /** Format: smallint */
            team_cohesion?: number;
            /** Format: smallint */
            workload?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/retrain": {
    /**
     * For administrators. 202 {job}: the one that waits or runs where it is asked twice; its result is {retraining, version, activated}, version
     * null where nothing was learnt. Errors: 403.
     */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. 202 {job}: the one that waits or runs where it is asked twice; its result is {retraining, version, activated}, version
     * null where nothing was learnt. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/retry_job": {
    /** For administrators. 204; 400 no such job; 403; 409 a job in another state, or another one of its key waits or runs. */
    get: {
      parameters: {
        query: {
          job: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 204; 400 no such job; 403; 409 a job in another state, or another one of its key waits or runs. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            job: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/review_requests": {
    /** One's own; a row a request. answer is null until the employer has answered. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** One's own; a row a request. answer is null until the employer has answered. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/reviews": {
    /**
     * For members of the organization. Those opened from start to before end, without those of bots; project: its code, null all; options: as
     * dora. {n, reviewed, first_review, rounds, sizes, merge_rate, rework_share}, times in seconds. Errors: 400 another option; 403.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          start: string;
          end: string;
          project?: string;
          options?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the organization. Those opened from start to before end, without those of bots; project: its code, null all; options: as
     * dora. {n, reviewed, first_review, rounds, sizes, merge_rate, rework_share}, times in seconds. Errors: 400 another option; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: timestamp with time zone */
            end: string;
            /** Format: jsonb */
            options?: unknown;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            project?: string;
            /** Format: timestamp with time zone */
            start: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/revoke_session": {
    /** 204; 404 for one that is not. */
    get: {
      parameters: {
        query: {
          session: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 404 for one that is not. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            session: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/revoke_tokens": {
    /** For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403. */
    get: {
      parameters: {
        query: {
          campaign?: string;
          vessel?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of its employer. campaign, vessel: one of them. Errors: 400 both, or neither; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign?: string;
            /** Format: uuid */
            vessel?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/role_adjacency": {
    /** For members. soc: a code of O*NET; top: 1 to 100. Errors: 400; 403; 404; 409 the occupations have not been indexed. */
    get: {
      parameters: {
        query: {
          soc: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. soc: a code of O*NET; top: 1 to 100. Errors: 400; 403; 404; 409 the occupations have not been indexed. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            soc: string;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/roster": {
    /** For clients of the vessel's employer; a row a person, in the order of the positions. Errors: 403. */
    get: {
      parameters: {
        query: {
          vessel: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For clients of the vessel's employer; a row a person, in the order of the positions. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/run_now": {
    /** For administrators. 202 {job}: the one that waits or runs where it is asked twice; 400 no such schedule; 403. */
    get: {
      parameters: {
        query: {
          schedule: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 202 {job}: the one that waits or runs where it is asked twice; 400 no such schedule; 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            schedule: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/seek_simulation": {
    /**
     * For planners. config: as in start_simulation; low, high: where it is sought; organization: by default that for which one plans. Errors: 400;
     * 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    get: {
      parameters: {
        query: {
          config: string;
          input: string;
          metric: string;
          goal: number;
          low: number;
          high: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; low, high: where it is sought; organization: by default that for which one plans. Errors: 400;
     * 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: double precision */
            goal: number;
            /** Format: double precision */
            high: number;
            /** Format: text */
            input: string;
            /** Format: double precision */
            low: number;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/sensitivity": {
    /**
     * For clients of its employer; a row a weight and direction (20 % less, 20 % more). top: the first places that are compared. Errors: 403;
     * 409 the campaign is archived.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer; a row a weight and direction (20 % less, 20 % more). top: the first places that are compared. Errors: 403;
     * 409 the campaign is archived.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: bigint */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_active": {
    /** For administrators. active: whether it may sign in. 204; 400 an account that is not there; 409 the last administrator. */
    get: {
      parameters: {
        query: {
          account: string;
          active: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. active: whether it may sign in. 204; 400 an account that is not there; 409 the last administrator. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: boolean */
            active: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_environment": {
    /**
     * For clients of the vessel's employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
     * 403; 429 more than five changes in 30 days.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          environment: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
     * 403; 429 more than five changes in 30 days.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            environment: unknown;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_filters": {
    /**
     * For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
     * one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
     * more than one of place or born_on.
     */
    get: {
      parameters: {
        query: {
          filters: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
     * one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
     * more than one of place or born_on.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            filters: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_leader": {
    /**
     * For clients of the vessel's employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
     * aboard.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
     * aboard.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_member": {
    /**
     * For the clients of the organization and administrators. email: of the account. 204; 400 a role that is not there, or no
     * account with this address; 403; 429.
     */
    get: {
      parameters: {
        query: {
          organization: string;
          email: string;
          role: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For the clients of the organization and administrators. email: of the account. 204; 400 a role that is not there, or no
     * account with this address; 403; 429.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            email: string;
            /** Format: uuid */
            organization: string;
            /** Format: text */
            role: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_roles": {
    /** For administrators. 204; 400 an account or role that is not there; 409 the last administrator. */
    get: {
      parameters: {
        query: {
          account: string;
          roles: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. 204; 400 an account or role that is not there; 409 the last administrator. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            account: string;
            /** Format: text[] */
            roles: string[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/set_signal_status": {
    /**
     * For members of the signal's organisation. status: new to assigned to in_progress to resolved to closed; back from in_progress to assigned
     * and new, from resolved to in_progress. notes: replace those there are. The row of signal_assignments. Errors: 400 no such status; 404 no
     * such signal; 409 a step that the workflow lacks; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          status: string;
          notes?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. status: new to assigned to in_progress to resolved to closed; back from in_progress to assigned
     * and new, from resolved to in_progress. notes: replace those there are. The row of signal_assignments. Errors: 400 no such status; 404 no
     * such signal; 409 a step that the workflow lacks; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            notes?: string;
            /** Format: bigint */
            signal: number;
            /** Format: text */
            status: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/shortlist": {
    /**
     * For clients of its employer. persons: candidates, others are left out; shortlisted: false takes off. Errors: 400 no list; 403; 409 the
     * campaign is neither open nor closed; 413 more than 10,000.
     */
    get: {
      parameters: {
        query: {
          campaign: string;
          persons: string;
          shortlisted?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of its employer. persons: candidates, others are left out; shortlisted: false takes off. Errors: 400 no list; 403; 409 the
     * campaign is neither open nor closed; 413 more than 10,000.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
            /** Format: uuid[] */
            persons: string[];
            /** Format: boolean */
            shortlisted?: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_children": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_contributions": {
    /**
     * For members of the signal's organisation; a row a part: by how much it adds to the value (excess) or takes from it. top: 1 to 50. Errors:
     * 400 another top; 404 no such signal.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          top?: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation; a row a part: by how much it adds to the value (excess) or takes from it. top: 1 to 50. Errors:
     * 400 another top; 404 no such signal.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
            /** Format: integer */
            top?: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_detail": {
    /**
     * For members of the signal's organisation. {signal, peers {n, mean, median, sd}, trend [{period, value, z}], statistics, chart (rows of
     * harmony.control_chart), funnel or null, indicators, refinements, reason, since {run_id, first_run_id, detected_at}, comments [{author,
     * author_name, comment, created_at}], checks}. brief: points of the funnel are the signal's facility and those outside the 99.8 % limits,
     * each with name and outside; n, how many there are; others [[size, value, lower_95, upper_95, lower_998, upper_998]]. Errors: 404 no such
     * signal.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          brief?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. {signal, peers {n, mean, median, sd}, trend [{period, value, z}], statistics, chart (rows of
     * harmony.control_chart), funnel or null, indicators, refinements, reason, since {run_id, first_run_id, detected_at}, comments [{author,
     * author_name, comment, created_at}], checks}. brief: points of the funnel are the signal's facility and those outside the 99.8 % limits,
     * each with name and outside; n, how many there are; others [[size, value, lower_95, upper_95, lower_998, upper_998]]. Errors: 404 no such
     * signal.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: boolean */
            brief?: boolean;
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_filters": {
    /** For members. organization: of this one; null: of all one's own. {domains, metrics, facilities, systems, statuses, types}. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: of this one; null: of all one's own. {domains, metrics, facilities, systems, statuses, types}. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_parents": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/signal_related": {
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    get: {
      parameters: {
        query: {
          signal: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members of the signal's organisation: rows of signals, the most severe first. Errors: 404 no such signal. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulate": {
    /**
     * For clients of the vessel's employer. persons: up to 50 of the employer's crews and open candidates. {vessel, model_version, now, then,
     * delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
     * 403 a person who is neither; 413 too many.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          persons: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. persons: up to 50 of the employer's crews and open candidates. {vessel, model_version, now, then,
     * delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
     * 403 a person who is neither; 413 too many.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            persons: string[];
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation": {
    /**
     * For members; roles with fewer than five posts are joined as "other" for those who do not plan, and of fewer than five posts in all they have
     * no result. wide: the steps as flat objects. Errors: 404.
     */
    get: {
      parameters: {
        query: {
          id: string;
          wide?: boolean;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; roles with fewer than five posts are joined as "other" for those who do not plan, and of fewer than five posts in all they have
     * no result. wide: the steps as flat objects. Errors: 404.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            id: string;
            /** Format: boolean */
            wide?: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation_defaults": {
    /** For members. organization: whose workloads; by default that of who belongs to one. Errors: 403. */
    get: {
      parameters: {
        query: {
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members. organization: whose workloads; by default that of who belongs to one. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/simulation_tornado": {
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; organization: by default
     * that for which one plans. Errors: 400; 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    get: {
      parameters: {
        query: {
          config: string;
          spans: string;
          metric: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; organization: by default
     * that for which one plans. Errors: 400; 403; 413 more than 10^9 agents times steps times iterations in all.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
            /** Format: jsonb */
            spans: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/snooze_signal": {
    /**
     * For members of the signal's organisation. until: a time to come; null: no longer. The row of signal_assignments. Errors: 400 a time that is
     * past; 404 no such signal; 409 it is closed; 429 too many acts.
     */
    get: {
      parameters: {
        query: {
          signal: number;
          until: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members of the signal's organisation. until: a time to come; null: no longer. The row of signal_assignments. Errors: 400 a time that is
     * past; 404 no such signal; 409 it is closed; 429 too many acts.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            signal: number;
            /** Format: timestamp with time zone */
            until: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/sociogram": {
    /**
     * For clients of the vessel's employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
     * fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          candidates?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For clients of the vessel's employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
     * fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid[] */
            candidates?: string[];
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/start_sensitivity": {
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; samples: 8 to 65536;
     * organization: by default that for which one plans. 202 {simulation, job}; its result: {indices: [{input, first, first_low, first_high,
     * total, total_low, total_high}]}. Errors: 400; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          config: string;
          spans: string;
          metric: string;
          samples?: number;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as in start_simulation; spans: {input: span}; metric: of all roles together, or npv; samples: 8 to 65536;
     * organization: by default that for which one plans. 202 {simulation, job}; its result: {indices: [{input, first, first_low, first_high,
     * total, total_low, total_high}]}. Errors: 400; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            metric: string;
            /** Format: uuid */
            organization?: string;
            /** Format: integer */
            samples?: number;
            /** Format: jsonb */
            spans: unknown;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/start_simulation": {
    /**
     * For planners. config: as harmony.simulate_workforce, workloads by default the organization's; organization: by default that for which one
     * plans; name: a label, of 1 to 500 characters. 202 {simulation, job, cached}: the same within an hour is not run again. Errors: 400 naming
     * the key, also for a role named "other", which small roles are shown as; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          config: string;
          organization?: string;
          name?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For planners. config: as harmony.simulate_workforce, workloads by default the organization's; organization: by default that for which one
     * plans; name: a label, of 1 to 500 characters. 202 {simulation, job, cached}: the same within an hour is not run again. Errors: 400 naming
     * the key, also for a role named "other", which small roles are shown as; 403; 413 too large, or too much is kept; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: jsonb */
            config: unknown;
            /** Format: text */
            name?: string;
            /** Format: uuid */
            organization?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/submit": {
    /**
     * For anyone signed in, in the own name. instrument: its id; answers: by position of the item, null where not answered, of a test the number
     * of the option; response_ms: milliseconds an item, which some instruments require; started_at: when the person began. Takes an
     * Idempotency-Key.
     *
     * 201 {submission, submitted_at, results: [{trait, score, t_score, percentile, sem, reliable, flags}], completeness}. Of a cognitive test
     * results is null: the score is in view results as soon as the answer to this call is there. completeness: share of the items that were
     * answered. Errors: 400 answers that do not fit the instrument, missing times, an instrument that is not active; 409 no attempt at the test
     * is left.
     */
    get: {
      parameters: {
        query: {
          instrument: number;
          answers: string;
          response_ms?: string;
          started_at?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in, in the own name. instrument: its id; answers: by position of the item, null where not answered, of a test the number
     * of the option; response_ms: milliseconds an item, which some instruments require; started_at: when the person began. Takes an
     * Idempotency-Key.
     *
     * 201 {submission, submitted_at, results: [{trait, score, t_score, percentile, sem, reliable, flags}], completeness}. Of a cognitive test
     * results is null: the score is in view results as soon as the answer to this call is there. completeness: share of the items that were
     * answered. Errors: 400 answers that do not fit the instrument, missing times, an instrument that is not active; 409 no attempt at the test
     * is left.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: smallint[] */
            answers: number[];
            /** Format: integer */
            instrument: number;
            /** Format: integer[] */
            response_ms?: number[];
            /** Format: timestamp with time zone */
            started_at?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/suggest_fix": {
    /**
     * For members; at most three rows sql, confidence, reason, with $1, $2, ... for constants; each passes check_sql by the policy. sql, policy,
     * organization: as check_sql; intent: the question; sqlstate: how it failed. Errors: 400 as check_sql; 403.
     */
    get: {
      parameters: {
        query: {
          sql: string;
          intent?: string;
          sqlstate?: string;
          policy?: string;
          organization?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For members; at most three rows sql, confidence, reason, with $1, $2, ... for constants; each passes check_sql by the policy. sql, policy,
     * organization: as check_sql; intent: the question; sqlstate: how it failed. Errors: 400 as check_sql; 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            intent?: string;
            /** Format: uuid */
            organization?: string;
            /** Format: text */
            policy?: string;
            /** Format: text */
            sql: string;
            /** Format: text */
            sqlstate?: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/survey_results": {
    /**
     * survey_kind: null all. low, high: a standard deviation to either side of the mean, within 0 to 100.
     *
     * For clients of the vessel's employer, as published: of the first 5, 10, 15 ... people who count. Errors: 403.
     */
    get: {
      parameters: {
        query: {
          vessel: string;
          survey_kind?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * survey_kind: null all. low, high: a standard deviation to either side of the mean, within 0 to 100.
     *
     * For clients of the vessel's employer, as published: of the first 5, 10, 15 ... people who count. Errors: 403.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            survey_kind?: string;
            /** Format: uuid */
            vessel: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/task_scores": {
    /** For members; a row a task. soc: a code of O*NET. Errors: 403; 404. */
    get: {
      parameters: {
        query: {
          soc: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For members; a row a task. soc: a code of O*NET. Errors: 403; 404. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            soc: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/undo_import": {
    /**
     * For administrators. batch: of import_batches. {submissions_deleted, submissions_restored, persons_deleted}: of the accounts that it made
     * those
     * go that nothing else uses. Errors: 400 no such import; 403; 409 one that is not applied, or that a later one has changed.
     */
    get: {
      parameters: {
        query: {
          batch: number;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For administrators. batch: of import_batches. {submissions_deleted, submissions_restored, persons_deleted}: of the accounts that it made
     * those
     * go that nothing else uses. Errors: 400 no such import; 403; 409 one that is not applied, or that a later one has changed.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bigint */
            batch: number;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/upload_part": {
    /** 200 {part, received}; the same part again replaces it. 400 no such part, too short; 404; 409 the upload is over; 413 too large. */
    get: {
      parameters: {};
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 200 {part, received}; the same part again replaces it. 400 no such part, too short; 404; 409 the upload is over; 413 too large. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: bytea */
            "": string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/upload_parts": {
    /** Of a document the parts of these numbers, or all. 200 {received, parts: [{number, url}]}; 404; 409 the upload is over. */
    get: {
      parameters: {
        query: {
          document: string;
          numbers?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** Of a document the parts of these numbers, or all. 200 {received, parts: [{number, url}]}; 404; 409 the upload is over. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: integer[] */
            numbers?: number[];
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_document": {
    /** For administrators; the note goes into the audit trail. 204; 403; 404; 409 not ready. */
    get: {
      parameters: {
        query: {
          document: string;
          verified: boolean;
          note?: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators; the note goes into the audit trail. 204; 403; 404; 409 not ready. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            document: string;
            /** Format: text */
            note?: string;
            /** Format: boolean */
            verified: boolean;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_email": {
    /** 204; 401 a token that is not valid. */
    get: {
      parameters: {
        query: {
          token: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** 204; 401 a token that is not valid. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            token: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/verify_snapshots": {
    /** For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403. */
    get: {
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For administrators. kind: vessel, fleet or toxicity; changes that wait to be rebuilt differ. Errors: 403. */
    post: {
      parameters: {
        body: {
          args: { [key: string]: unknown };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/visual_score": {
    /**
     * For anyone signed in with consent of kind visual; person: one of one's matches. {score, low, high}: 0 to 100, with 95 % limits, as scored
     * in the night. Errors: 403 no consent; 404 not one of one's matches; 409 phase 1 is not complete.
     */
    get: {
      parameters: {
        query: {
          person: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual; person: one of one's matches. {score, low, high}: 0 to 100, with 95 % limits, as scored
     * in the night. Errors: 403 no consent; 404 not one of one's matches; 409 phase 1 is not complete.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/want_to_meet": {
    /**
     * For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
     * answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.
     */
    get: {
      parameters: {
        query: {
          person: string;
          answer: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /**
     * For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
     * answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.
     */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: text */
            answer: string;
            /** Format: uuid */
            person: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/rpc/withdraw": {
    /** For a candidate of the campaign, for good: the employer sees no more of the answers from then on. 204. Errors: 409 no open application. */
    get: {
      parameters: {
        query: {
          campaign: string;
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
    /** For a candidate of the campaign, for good: the employer sees no more of the answers from then on. 204. Errors: 409 no open application. */
    post: {
      parameters: {
        body: {
          args: {
            /** Format: uuid */
            campaign: string;
          };
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferParams"];
        };
      };
      responses: {
        /** OK */
        200: unknown;
      };
    };
  };
  "/runs": {
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    get: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.runs.organization_id"];
          /** Its name; later ones sort behind. */
          run_id?: parameters["rowFilter.runs.run_id"];
          /** When something of it was loaded last. */
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          /** When it was published last; null: never. */
          published_at?: parameters["rowFilter.runs.published_at"];
          /** Lines of its files that were loaded. */
          n_lines?: parameters["rowFilter.runs.n_lines"];
          /** Lines of its files that were not. */
          rejected?: parameters["rowFilter.runs.rejected"];
          /** loaded, published or refused. */
          status?: parameters["rowFilter.runs.status"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["runs"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    post: {
      parameters: {
        body: {
          /** runs */
          runs?: definitions["runs"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    delete: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.runs.organization_id"];
          /** Its name; later ones sort behind. */
          run_id?: parameters["rowFilter.runs.run_id"];
          /** When something of it was loaded last. */
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          /** When it was published last; null: never. */
          published_at?: parameters["rowFilter.runs.published_at"];
          /** Lines of its files that were loaded. */
          n_lines?: parameters["rowFilter.runs.n_lines"];
          /** Lines of its files that were not. */
          rejected?: parameters["rowFilter.runs.rejected"];
          /** loaded, published or refused. */
          status?: parameters["rowFilter.runs.status"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata). */
    patch: {
      parameters: {
        query: {
          /** Whose run it is: id of organizations. */
          organization_id?: parameters["rowFilter.runs.organization_id"];
          /** Its name; later ones sort behind. */
          run_id?: parameters["rowFilter.runs.run_id"];
          /** When something of it was loaded last. */
          loaded_at?: parameters["rowFilter.runs.loaded_at"];
          /** When it was published last; null: never. */
          published_at?: parameters["rowFilter.runs.published_at"];
          /** Lines of its files that were loaded. */
          n_lines?: parameters["rowFilter.runs.n_lines"];
          /** Lines of its files that were not. */
          rejected?: parameters["rowFilter.runs.rejected"];
          /** loaded, published or refused. */
          status?: parameters["rowFilter.runs.status"];
        };
        body: {
          /** runs */
          runs?: definitions["runs"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/safety_rules": {
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    get: {
      parameters: {
        query: {
          /** Identifies the rule. */
          id?: parameters["rowFilter.safety_rules.id"];
          /** The trait of a profile that it is about. */
          trait?: parameters["rowFilter.safety_rules.trait"];
          /** The limit, 0 to 100: a score strictly below it has the effect. */
          below?: parameters["rowFilter.safety_rules.below"];
          /** DISQUALIFIED, HIGH_RISK or ADVISORY. */
          effect?: parameters["rowFilter.safety_rules.effect"];
          /** Positions that the rule is for; null: all. */
          positions?: parameters["rowFilter.safety_rules.positions"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["safety_rules"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    post: {
      parameters: {
        body: {
          /** safety_rules */
          safety_rules?: definitions["safety_rules"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    delete: {
      parameters: {
        query: {
          /** Identifies the rule. */
          id?: parameters["rowFilter.safety_rules.id"];
          /** The trait of a profile that it is about. */
          trait?: parameters["rowFilter.safety_rules.trait"];
          /** The limit, 0 to 100: a score strictly below it has the effect. */
          below?: parameters["rowFilter.safety_rules.below"];
          /** DISQUALIFIED, HIGH_RISK or ADVISORY. */
          effect?: parameters["rowFilter.safety_rules.effect"];
          /** Positions that the rule is for; null: all. */
          positions?: parameters["rowFilter.safety_rules.positions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all. */
    patch: {
      parameters: {
        query: {
          /** Identifies the rule. */
          id?: parameters["rowFilter.safety_rules.id"];
          /** The trait of a profile that it is about. */
          trait?: parameters["rowFilter.safety_rules.trait"];
          /** The limit, 0 to 100: a score strictly below it has the effect. */
          below?: parameters["rowFilter.safety_rules.below"];
          /** DISQUALIFIED, HIGH_RISK or ADVISORY. */
          effect?: parameters["rowFilter.safety_rules.effect"];
          /** Positions that the rule is for; null: all. */
          positions?: parameters["rowFilter.safety_rules.positions"];
        };
        body: {
          /** safety_rules */
          safety_rules?: definitions["safety_rules"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/schedules": {
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    get: {
      parameters: {
        query: {
          /** Its name, which run_now takes. */
          name?: parameters["rowFilter.schedules.name"];
          /** The job that is queued. */
          kind?: parameters["rowFilter.schedules.kind"];
          /** The time from one to the next, 1 second to 366 days. */
          every?: parameters["rowFilter.schedules.every"];
          /** When the next job is queued. */
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          /** Whether it comes round. */
          is_active?: parameters["rowFilter.schedules.is_active"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["schedules"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    post: {
      parameters: {
        body: {
          /** schedules */
          schedules?: definitions["schedules"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    delete: {
      parameters: {
        query: {
          /** Its name, which run_now takes. */
          name?: parameters["rowFilter.schedules.name"];
          /** The job that is queued. */
          kind?: parameters["rowFilter.schedules.kind"];
          /** The time from one to the next, 1 second to 366 days. */
          every?: parameters["rowFilter.schedules.every"];
          /** When the next job is queued. */
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          /** Whether it comes round. */
          is_active?: parameters["rowFilter.schedules.is_active"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these. */
    patch: {
      parameters: {
        query: {
          /** Its name, which run_now takes. */
          name?: parameters["rowFilter.schedules.name"];
          /** The job that is queued. */
          kind?: parameters["rowFilter.schedules.kind"];
          /** The time from one to the next, 1 second to 366 days. */
          every?: parameters["rowFilter.schedules.every"];
          /** When the next job is queued. */
          next_run_at?: parameters["rowFilter.schedules.next_run_at"];
          /** Whether it comes round. */
          is_active?: parameters["rowFilter.schedules.is_active"];
        };
        body: {
          /** schedules */
          schedules?: definitions["schedules"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/sessions": {
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    get: {
      parameters: {
        query: {
          /** Identifies the session. */
          id?: parameters["rowFilter.sessions.id"];
          /** The browser or program, as it names itself; null: not told. */
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          /** Where it was used last, an IP address; null: not told, or forgotten. */
          address?: parameters["rowFilter.sessions.address"];
          /** When one signed in. */
          created_at?: parameters["rowFilter.sessions.created_at"];
          /** When it was used last. */
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          /** Whether it is the session of this request. */
          is_current?: parameters["rowFilter.sessions.is_current"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["sessions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    post: {
      parameters: {
        body: {
          /** sessions */
          sessions?: definitions["sessions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    delete: {
      parameters: {
        query: {
          /** Identifies the session. */
          id?: parameters["rowFilter.sessions.id"];
          /** The browser or program, as it names itself; null: not told. */
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          /** Where it was used last, an IP address; null: not told, or forgotten. */
          address?: parameters["rowFilter.sessions.address"];
          /** When one signed in. */
          created_at?: parameters["rowFilter.sessions.created_at"];
          /** When it was used last. */
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          /** Whether it is the session of this request. */
          is_current?: parameters["rowFilter.sessions.is_current"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** address: kept for 90 days; is_current: the one of this request. revoke_session ends one. */
    patch: {
      parameters: {
        query: {
          /** Identifies the session. */
          id?: parameters["rowFilter.sessions.id"];
          /** The browser or program, as it names itself; null: not told. */
          user_agent?: parameters["rowFilter.sessions.user_agent"];
          /** Where it was used last, an IP address; null: not told, or forgotten. */
          address?: parameters["rowFilter.sessions.address"];
          /** When one signed in. */
          created_at?: parameters["rowFilter.sessions.created_at"];
          /** When it was used last. */
          last_used_at?: parameters["rowFilter.sessions.last_used_at"];
          /** Whether it is the session of this request. */
          is_current?: parameters["rowFilter.sessions.is_current"];
        };
        body: {
          /** sessions */
          sessions?: definitions["sessions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signal_assignments": {
    /** For members; a signal that nobody has acted on has no row, and is new. */
    get: {
      parameters: {
        query: {
          /** The signal: id of signals. */
          signal?: parameters["rowFilter.signal_assignments.signal"];
          /** Who works on it: an account; null: nobody yet, or the account is gone. */
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          /** The name of who works on it; null as assignee. */
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          /** As what, such as owner; null: not told. */
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          /** new, assigned, in_progress, resolved or closed. */
          status?: parameters["rowFilter.signal_assignments.status"];
          /** What people note on the work; null: nothing. */
          notes?: parameters["rowFilter.signal_assignments.notes"];
          /** When it was given to the assignee; null: to nobody yet. */
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          /** When work began; null: not yet. */
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          /** When it was resolved; null: it is not. */
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          /** When it was closed; null: it is not. */
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          /** Until then it waits; null: it does not. */
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signal_assignments"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    post: {
      parameters: {
        body: {
          /** signal_assignments */
          signal_assignments?: definitions["signal_assignments"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    delete: {
      parameters: {
        query: {
          /** The signal: id of signals. */
          signal?: parameters["rowFilter.signal_assignments.signal"];
          /** Who works on it: an account; null: nobody yet, or the account is gone. */
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          /** The name of who works on it; null as assignee. */
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          /** As what, such as owner; null: not told. */
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          /** new, assigned, in_progress, resolved or closed. */
          status?: parameters["rowFilter.signal_assignments.status"];
          /** What people note on the work; null: nothing. */
          notes?: parameters["rowFilter.signal_assignments.notes"];
          /** When it was given to the assignee; null: to nobody yet. */
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          /** When work began; null: not yet. */
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          /** When it was resolved; null: it is not. */
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          /** When it was closed; null: it is not. */
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          /** Until then it waits; null: it does not. */
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members; a signal that nobody has acted on has no row, and is new. */
    patch: {
      parameters: {
        query: {
          /** The signal: id of signals. */
          signal?: parameters["rowFilter.signal_assignments.signal"];
          /** Who works on it: an account; null: nobody yet, or the account is gone. */
          assignee?: parameters["rowFilter.signal_assignments.assignee"];
          /** The name of who works on it; null as assignee. */
          assignee_name?: parameters["rowFilter.signal_assignments.assignee_name"];
          /** As what, such as owner; null: not told. */
          role_type?: parameters["rowFilter.signal_assignments.role_type"];
          /** new, assigned, in_progress, resolved or closed. */
          status?: parameters["rowFilter.signal_assignments.status"];
          /** What people note on the work; null: nothing. */
          notes?: parameters["rowFilter.signal_assignments.notes"];
          /** When it was given to the assignee; null: to nobody yet. */
          assigned_at?: parameters["rowFilter.signal_assignments.assigned_at"];
          /** When work began; null: not yet. */
          started_at?: parameters["rowFilter.signal_assignments.started_at"];
          /** When it was resolved; null: it is not. */
          resolved_at?: parameters["rowFilter.signal_assignments.resolved_at"];
          /** When it was closed; null: it is not. */
          closed_at?: parameters["rowFilter.signal_assignments.closed_at"];
          /** Until then it waits; null: it does not. */
          snoozed_until?: parameters["rowFilter.signal_assignments.snoozed_until"];
        };
        body: {
          /** signal_assignments */
          signal_assignments?: definitions["signal_assignments"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signal_metrics": {
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    get: {
      parameters: {
        query: {
          /** The metric, as the runs call it. */
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.signal_metrics.name"];
          /** The part of quality that it belongs to, such as safety; other where none is told. */
          domain?: parameters["rowFilter.signal_metrics.domain"];
          /** A part of its domain; null: none. */
          category?: parameters["rowFilter.signal_metrics.category"];
          /** Of its values, in a word; null: not told. */
          unit?: parameters["rowFilter.signal_metrics.unit"];
          /** lower_is_better, higher_is_better or target_range. */
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          /** What it measures, in words; null: not told. */
          description?: parameters["rowFilter.signal_metrics.description"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signal_metrics"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    post: {
      parameters: {
        body: {
          /** signal_metrics */
          signal_metrics?: definitions["signal_metrics"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    delete: {
      parameters: {
        query: {
          /** The metric, as the runs call it. */
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.signal_metrics.name"];
          /** The part of quality that it belongs to, such as safety; other where none is told. */
          domain?: parameters["rowFilter.signal_metrics.domain"];
          /** A part of its domain; null: none. */
          category?: parameters["rowFilter.signal_metrics.category"];
          /** Of its values, in a word; null: not told. */
          unit?: parameters["rowFilter.signal_metrics.unit"];
          /** lower_is_better, higher_is_better or target_range. */
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          /** What it measures, in words; null: not told. */
          description?: parameters["rowFilter.signal_metrics.description"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For members. polarity: lower_is_better, higher_is_better or target_range. */
    patch: {
      parameters: {
        query: {
          /** The metric, as the runs call it. */
          metric_id?: parameters["rowFilter.signal_metrics.metric_id"];
          /** Its name for people. */
          name?: parameters["rowFilter.signal_metrics.name"];
          /** The part of quality that it belongs to, such as safety; other where none is told. */
          domain?: parameters["rowFilter.signal_metrics.domain"];
          /** A part of its domain; null: none. */
          category?: parameters["rowFilter.signal_metrics.category"];
          /** Of its values, in a word; null: not told. */
          unit?: parameters["rowFilter.signal_metrics.unit"];
          /** lower_is_better, higher_is_better or target_range. */
          polarity?: parameters["rowFilter.signal_metrics.polarity"];
          /** What it measures, in words; null: not told. */
          description?: parameters["rowFilter.signal_metrics.description"];
        };
        body: {
          /** signal_metrics */
          signal_metrics?: definitions["signal_metrics"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/signals": {
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    get: {
      parameters: {
        query: {
          /** Number of the signal, by which people and clients name it. */
          id?: parameters["rowFilter.signals.id"];
          /** Whose signal it is: id of organizations. */
          organization_id?: parameters["rowFilter.signals.organization_id"];
          /** The newest run that was taken over: run_id of runs. */
          run_id?: parameters["rowFilter.signals.run_id"];
          /** The node, as the runs call it. */
          node_id?: parameters["rowFilter.signals.node_id"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.signals.metric_id"];
          /** Name of the metric for people; its id where it has none. */
          metric?: parameters["rowFilter.signals.metric"];
          /** The part of quality that the metric belongs to; other where none is told. */
          domain?: parameters["rowFilter.signals.domain"];
          /** The facility: facility_id of facilities. */
          facility_id?: parameters["rowFilter.signals.facility_id"];
          /** Name of the facility for people; its id where it has none. */
          facility?: parameters["rowFilter.signals.facility"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.signals.system_name"];
          /** The other parts of the entity, {id: value}; {}: the facility as a whole. */
          dimensions?: parameters["rowFilter.signals.dimensions"];
          /** Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters. */
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          /** Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers. */
          percentile?: parameters["rowFilter.signals.percentile"];
          /**
           * Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
           * months.
           */
          slope?: parameters["rowFilter.signals.slope"];
          /** Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes. */
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          /** One of nine, such as emerging_risk, as the newest run says. */
          signal_type?: parameters["rowFilter.signals.signal_type"];
          /** 0 to 100, as the newest run says. */
          severity?: parameters["rowFilter.signals.severity"];
          /** critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile. */
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          /** rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more. */
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          /** persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more. */
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          /** What the excess costs; null: not told, or no excess. */
          cost?: parameters["rowFilter.signals.cost"];
          /** In people's words; null: nobody has written it. */
          description?: parameters["rowFilter.signals.description"];
          /** In people's words, up to 10,000 characters; null: nobody has written it. */
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          /** new, assigned, in_progress, resolved or closed; new where nobody has acted. */
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          /** When it was taken over first. */
          detected_at?: parameters["rowFilter.signals.detected_at"];
          /** Whether there are nodes below its node. */
          has_children?: parameters["rowFilter.signals.has_children"];
          /** Whether there are nodes above its node. */
          has_parents?: parameters["rowFilter.signals.has_parents"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["signals"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    post: {
      parameters: {
        body: {
          /** signals */
          signals?: definitions["signals"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the signal, by which people and clients name it. */
          id?: parameters["rowFilter.signals.id"];
          /** Whose signal it is: id of organizations. */
          organization_id?: parameters["rowFilter.signals.organization_id"];
          /** The newest run that was taken over: run_id of runs. */
          run_id?: parameters["rowFilter.signals.run_id"];
          /** The node, as the runs call it. */
          node_id?: parameters["rowFilter.signals.node_id"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.signals.metric_id"];
          /** Name of the metric for people; its id where it has none. */
          metric?: parameters["rowFilter.signals.metric"];
          /** The part of quality that the metric belongs to; other where none is told. */
          domain?: parameters["rowFilter.signals.domain"];
          /** The facility: facility_id of facilities. */
          facility_id?: parameters["rowFilter.signals.facility_id"];
          /** Name of the facility for people; its id where it has none. */
          facility?: parameters["rowFilter.signals.facility"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.signals.system_name"];
          /** The other parts of the entity, {id: value}; {}: the facility as a whole. */
          dimensions?: parameters["rowFilter.signals.dimensions"];
          /** Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters. */
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          /** Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers. */
          percentile?: parameters["rowFilter.signals.percentile"];
          /**
           * Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
           * months.
           */
          slope?: parameters["rowFilter.signals.slope"];
          /** Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes. */
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          /** One of nine, such as emerging_risk, as the newest run says. */
          signal_type?: parameters["rowFilter.signals.signal_type"];
          /** 0 to 100, as the newest run says. */
          severity?: parameters["rowFilter.signals.severity"];
          /** critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile. */
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          /** rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more. */
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          /** persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more. */
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          /** What the excess costs; null: not told, or no excess. */
          cost?: parameters["rowFilter.signals.cost"];
          /** In people's words; null: nobody has written it. */
          description?: parameters["rowFilter.signals.description"];
          /** In people's words, up to 10,000 characters; null: nobody has written it. */
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          /** new, assigned, in_progress, resolved or closed; new where nobody has acted. */
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          /** When it was taken over first. */
          detected_at?: parameters["rowFilter.signals.detected_at"];
          /** Whether there are nodes below its node. */
          has_children?: parameters["rowFilter.signals.has_children"];
          /** Whether there are nodes above its node. */
          has_parents?: parameters["rowFilter.signals.has_parents"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
     * a change: 400 a text that is blank or longer than 10,000 characters.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the signal, by which people and clients name it. */
          id?: parameters["rowFilter.signals.id"];
          /** Whose signal it is: id of organizations. */
          organization_id?: parameters["rowFilter.signals.organization_id"];
          /** The newest run that was taken over: run_id of runs. */
          run_id?: parameters["rowFilter.signals.run_id"];
          /** The node, as the runs call it. */
          node_id?: parameters["rowFilter.signals.node_id"];
          /** The metric: metric_id of signal_metrics. */
          metric_id?: parameters["rowFilter.signals.metric_id"];
          /** Name of the metric for people; its id where it has none. */
          metric?: parameters["rowFilter.signals.metric"];
          /** The part of quality that the metric belongs to; other where none is told. */
          domain?: parameters["rowFilter.signals.domain"];
          /** The facility: facility_id of facilities. */
          facility_id?: parameters["rowFilter.signals.facility_id"];
          /** Name of the facility for people; its id where it has none. */
          facility?: parameters["rowFilter.signals.facility"];
          /** The system of facilities that it belongs to; null: none is told. */
          system_name?: parameters["rowFilter.signals.system_name"];
          /** The other parts of the entity, {id: value}; {}: the facility as a whole. */
          dimensions?: parameters["rowFilter.signals.dimensions"];
          /** Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters. */
          value?: parameters["rowFilter.signals.value"];
          /** Among the facilities of the metric; high is bad, whatever the polarity. */
          z?: parameters["rowFilter.signals.z"];
          /** Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers. */
          percentile?: parameters["rowFilter.signals.percentile"];
          /**
           * Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
           * months.
           */
          slope?: parameters["rowFilter.signals.slope"];
          /** Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes. */
          slope_percentile?: parameters["rowFilter.signals.slope_percentile"];
          /** Of the slope, over all facilities of the metric (Benjamini and Hochberg). */
          q_value?: parameters["rowFilter.signals.q_value"];
          /** One of nine, such as emerging_risk, as the newest run says. */
          signal_type?: parameters["rowFilter.signals.signal_type"];
          /** 0 to 100, as the newest run says. */
          severity?: parameters["rowFilter.signals.severity"];
          /** critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile. */
          magnitude_tier?: parameters["rowFilter.signals.magnitude_tier"];
          /** rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more. */
          trajectory_tier?: parameters["rowFilter.signals.trajectory_tier"];
          /** persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more. */
          consistency_tier?: parameters["rowFilter.signals.consistency_tier"];
          /** What the excess costs; null: not told, or no excess. */
          cost?: parameters["rowFilter.signals.cost"];
          /** In people's words; null: nobody has written it. */
          description?: parameters["rowFilter.signals.description"];
          /** In people's words, up to 10,000 characters; null: nobody has written it. */
          why_it_matters?: parameters["rowFilter.signals.why_it_matters"];
          /** new, assigned, in_progress, resolved or closed; new where nobody has acted. */
          status?: parameters["rowFilter.signals.status"];
          /** Since it was detected, until it was resolved. */
          days_open?: parameters["rowFilter.signals.days_open"];
          /** When it was taken over first. */
          detected_at?: parameters["rowFilter.signals.detected_at"];
          /** Whether there are nodes below its node. */
          has_children?: parameters["rowFilter.signals.has_children"];
          /** Whether there are nodes above its node. */
          has_parents?: parameters["rowFilter.signals.has_parents"];
        };
        body: {
          /** signals */
          signals?: definitions["signals"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/simulations": {
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the simulation. */
          id?: parameters["rowFilter.simulations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          /** As people call it; null: it has no name. */
          name?: parameters["rowFilter.simulations.name"];
          /** created, running, completed, failed or cancelled. */
          status?: parameters["rowFilter.simulations.status"];
          /** Share of iterations or samples that are done, 0 to 1. */
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          /** One of its jobs: id of jobs; null: none yet. */
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.simulations.created_by"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.simulations.created_at"];
          /** When its first part began; null: not yet. */
          started_at?: parameters["rowFilter.simulations.started_at"];
          /** When it was completed; null: not yet. */
          finished_at?: parameters["rowFilter.simulations.finished_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["simulations"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    post: {
      parameters: {
        body: {
          /** simulations */
          simulations?: definitions["simulations"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the simulation. */
          id?: parameters["rowFilter.simulations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          /** As people call it; null: it has no name. */
          name?: parameters["rowFilter.simulations.name"];
          /** created, running, completed, failed or cancelled. */
          status?: parameters["rowFilter.simulations.status"];
          /** Share of iterations or samples that are done, 0 to 1. */
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          /** One of its jobs: id of jobs; null: none yet. */
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.simulations.created_by"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.simulations.created_at"];
          /** When its first part began; null: not yet. */
          started_at?: parameters["rowFilter.simulations.started_at"];
          /** When it was completed; null: not yet. */
          finished_at?: parameters["rowFilter.simulations.finished_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
     *   cancelled; progress: 0 to 1; job: one of its
     * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the simulation. */
          id?: parameters["rowFilter.simulations.id"];
          /** Whose it is: id of organizations. */
          organization_id?: parameters["rowFilter.simulations.organization_id"];
          /** As people call it; null: it has no name. */
          name?: parameters["rowFilter.simulations.name"];
          /** created, running, completed, failed or cancelled. */
          status?: parameters["rowFilter.simulations.status"];
          /** Share of iterations or samples that are done, 0 to 1. */
          progress?: parameters["rowFilter.simulations.progress"];
          /** simulation or sensitivity. */
          model?: parameters["rowFilter.simulations.model"];
          /** One of its jobs: id of jobs; null: none yet. */
          job?: parameters["rowFilter.simulations.job"];
          /** Why a part failed, if one did. */
          error?: parameters["rowFilter.simulations.error"];
          /** Who asked for it: an account; null: not by a request, or the account is gone. */
          created_by?: parameters["rowFilter.simulations.created_by"];
          /** When it was asked for. */
          created_at?: parameters["rowFilter.simulations.created_at"];
          /** When its first part began; null: not yet. */
          started_at?: parameters["rowFilter.simulations.started_at"];
          /** When it was completed; null: not yet. */
          finished_at?: parameters["rowFilter.simulations.finished_at"];
        };
        body: {
          /** simulations */
          simulations?: definitions["simulations"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/sql_policies": {
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    get: {
      parameters: {
        query: {
          /** By which check_sql is asked for it. */
          name?: parameters["rowFilter.sql_policies.name"];
          /** Whose it is: id of organizations; null: of all. */
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          /** What it is for, in words; may be empty. */
          description?: parameters["rowFilter.sql_policies.description"];
          /** What a statement may name: relations, or schemas as api.*; null: nothing. */
          relations?: parameters["rowFilter.sql_policies.relations"];
          /** Most rows that a statement may ask for; null: any number. */
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          /** The column by which rows are held to the organisation of who asks; null: no proof is asked for. */
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["sql_policies"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    post: {
      parameters: {
        body: {
          /** sql_policies */
          sql_policies?: definitions["sql_policies"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    delete: {
      parameters: {
        query: {
          /** By which check_sql is asked for it. */
          name?: parameters["rowFilter.sql_policies.name"];
          /** Whose it is: id of organizations; null: of all. */
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          /** What it is for, in words; may be empty. */
          description?: parameters["rowFilter.sql_policies.description"];
          /** What a statement may name: relations, or schemas as api.*; null: nothing. */
          relations?: parameters["rowFilter.sql_policies.relations"];
          /** Most rows that a statement may ask for; null: any number. */
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          /** The column by which rows are held to the organisation of who asks; null: no proof is asked for. */
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
     * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
     */
    patch: {
      parameters: {
        query: {
          /** By which check_sql is asked for it. */
          name?: parameters["rowFilter.sql_policies.name"];
          /** Whose it is: id of organizations; null: of all. */
          organization_id?: parameters["rowFilter.sql_policies.organization_id"];
          /** What it is for, in words; may be empty. */
          description?: parameters["rowFilter.sql_policies.description"];
          /** What a statement may name: relations, or schemas as api.*; null: nothing. */
          relations?: parameters["rowFilter.sql_policies.relations"];
          /** Most rows that a statement may ask for; null: any number. */
          require_limit?: parameters["rowFilter.sql_policies.require_limit"];
          /** The column by which rows are held to the organisation of who asks; null: no proof is asked for. */
          tenant_column?: parameters["rowFilter.sql_policies.tenant_column"];
        };
        body: {
          /** sql_policies */
          sql_policies?: definitions["sql_policies"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/status_mappings": {
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    get: {
      parameters: {
        query: {
          /** Whose integration it is: id of organizations. */
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          /** Of which tool: id of integrations. */
          integration?: parameters["rowFilter.status_mappings.integration"];
          /** The status in the tool's word. */
          status?: parameters["rowFilter.status_mappings.status"];
          /** todo, in_progress or done. */
          category?: parameters["rowFilter.status_mappings.category"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["status_mappings"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    post: {
      parameters: {
        body: {
          /** status_mappings */
          status_mappings?: definitions["status_mappings"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    delete: {
      parameters: {
        query: {
          /** Whose integration it is: id of organizations. */
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          /** Of which tool: id of integrations. */
          integration?: parameters["rowFilter.status_mappings.integration"];
          /** The status in the tool's word. */
          status?: parameters["rowFilter.status_mappings.status"];
          /** todo, in_progress or done. */
          category?: parameters["rowFilter.status_mappings.category"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
     * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
     * integration that is not one's own; 409 it is there.
     */
    patch: {
      parameters: {
        query: {
          /** Whose integration it is: id of organizations. */
          organization_id?: parameters["rowFilter.status_mappings.organization_id"];
          /** Of which tool: id of integrations. */
          integration?: parameters["rowFilter.status_mappings.integration"];
          /** The status in the tool's word. */
          status?: parameters["rowFilter.status_mappings.status"];
          /** todo, in_progress or done. */
          category?: parameters["rowFilter.status_mappings.category"];
        };
        body: {
          /** status_mappings */
          status_mappings?: definitions["status_mappings"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/submissions": {
    /** One's own. answers: by position of the item, null where it was not answered. */
    get: {
      parameters: {
        query: {
          /** Number of the submission. */
          id?: parameters["rowFilter.submissions.id"];
          /** To what: id of instruments. */
          instrument?: parameters["rowFilter.submissions.instrument"];
          /** When the answers were handed in. */
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          /** When one began; null: not known. */
          started_at?: parameters["rowFilter.submissions.started_at"];
          /** By item position, null where not answered; of a test the number of the option. */
          answers?: parameters["rowFilter.submissions.answers"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["submissions"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    post: {
      parameters: {
        body: {
          /** submissions */
          submissions?: definitions["submissions"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    delete: {
      parameters: {
        query: {
          /** Number of the submission. */
          id?: parameters["rowFilter.submissions.id"];
          /** To what: id of instruments. */
          instrument?: parameters["rowFilter.submissions.instrument"];
          /** When the answers were handed in. */
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          /** When one began; null: not known. */
          started_at?: parameters["rowFilter.submissions.started_at"];
          /** By item position, null where not answered; of a test the number of the option. */
          answers?: parameters["rowFilter.submissions.answers"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** One's own. answers: by position of the item, null where it was not answered. */
    patch: {
      parameters: {
        query: {
          /** Number of the submission. */
          id?: parameters["rowFilter.submissions.id"];
          /** To what: id of instruments. */
          instrument?: parameters["rowFilter.submissions.instrument"];
          /** When the answers were handed in. */
          submitted_at?: parameters["rowFilter.submissions.submitted_at"];
          /** When one began; null: not known. */
          started_at?: parameters["rowFilter.submissions.started_at"];
          /** By item position, null where not answered; of a test the number of the option. */
          answers?: parameters["rowFilter.submissions.answers"];
        };
        body: {
          /** submissions */
          submissions?: definitions["submissions"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/survey_kinds": {
    /** For anyone signed in: what open_survey takes. */
    get: {
      parameters: {
        query: {
          /** Its name, such as monthly_pulse or exit_interview. */
          kind?: parameters["rowFilter.survey_kinds.kind"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["survey_kinds"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    post: {
      parameters: {
        body: {
          /** survey_kinds */
          survey_kinds?: definitions["survey_kinds"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    delete: {
      parameters: {
        query: {
          /** Its name, such as monthly_pulse or exit_interview. */
          kind?: parameters["rowFilter.survey_kinds.kind"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /** For anyone signed in: what open_survey takes. */
    patch: {
      parameters: {
        query: {
          /** Its name, such as monthly_pulse or exit_interview. */
          kind?: parameters["rowFilter.survey_kinds.kind"];
        };
        body: {
          /** survey_kinds */
          survey_kinds?: definitions["survey_kinds"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/surveys": {
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the survey. */
          id?: parameters["rowFilter.surveys.id"];
          /** Whose crew is asked: id of vessels. */
          vessel?: parameters["rowFilter.surveys.vessel"];
          /** What it is asked for: kind of survey_kinds. */
          kind?: parameters["rowFilter.surveys.kind"];
          /** From then on it takes answers. */
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          /** Until then it takes answers; null: open end. */
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["surveys"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    post: {
      parameters: {
        body: {
          /** surveys */
          surveys?: definitions["surveys"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the survey. */
          id?: parameters["rowFilter.surveys.id"];
          /** Whose crew is asked: id of vessels. */
          vessel?: parameters["rowFilter.surveys.vessel"];
          /** What it is asked for: kind of survey_kinds. */
          kind?: parameters["rowFilter.surveys.kind"];
          /** From then on it takes answers. */
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          /** Until then it takes answers; null: open end. */
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
     * are those whose closes_at is null or to come.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the survey. */
          id?: parameters["rowFilter.surveys.id"];
          /** Whose crew is asked: id of vessels. */
          vessel?: parameters["rowFilter.surveys.vessel"];
          /** What it is asked for: kind of survey_kinds. */
          kind?: parameters["rowFilter.surveys.kind"];
          /** From then on it takes answers. */
          opens_at?: parameters["rowFilter.surveys.opens_at"];
          /** Until then it takes answers; null: open end. */
          closes_at?: parameters["rowFilter.surveys.closes_at"];
          /** Whether the person of the request has; null: is not asked. */
          answered?: parameters["rowFilter.surveys.answered"];
        };
        body: {
          /** surveys */
          surveys?: definitions["surveys"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/tokens": {
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    get: {
      parameters: {
        query: {
          /** Number of the token. */
          id?: parameters["rowFilter.tokens.id"];
          /** invite or boarding. */
          kind?: parameters["rowFilter.tokens.kind"];
          /** Of an invite the campaign: id of campaigns; null: a boarding pass. */
          campaign?: parameters["rowFilter.tokens.campaign"];
          /** Of a boarding pass the vessel: id of vessels; null: an invite. */
          vessel?: parameters["rowFilter.tokens.vessel"];
          /** Of a boarding pass the position: name of positions; null: an invite. */
          position?: parameters["rowFilter.tokens.position"];
          /** Until then it may be used. */
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          /** Whether its first use spends it; else it is for many. */
          single_use?: parameters["rowFilter.tokens.single_use"];
          /** When one for a single use was spent; null: it is not. */
          used_at?: parameters["rowFilter.tokens.used_at"];
          /** When it was taken back; null: it was not. */
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          /** When it was made. */
          created_at?: parameters["rowFilter.tokens.created_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["tokens"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    post: {
      parameters: {
        body: {
          /** tokens */
          tokens?: definitions["tokens"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the token. */
          id?: parameters["rowFilter.tokens.id"];
          /** invite or boarding. */
          kind?: parameters["rowFilter.tokens.kind"];
          /** Of an invite the campaign: id of campaigns; null: a boarding pass. */
          campaign?: parameters["rowFilter.tokens.campaign"];
          /** Of a boarding pass the vessel: id of vessels; null: an invite. */
          vessel?: parameters["rowFilter.tokens.vessel"];
          /** Of a boarding pass the position: name of positions; null: an invite. */
          position?: parameters["rowFilter.tokens.position"];
          /** Until then it may be used. */
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          /** Whether its first use spends it; else it is for many. */
          single_use?: parameters["rowFilter.tokens.single_use"];
          /** When one for a single use was spent; null: it is not. */
          used_at?: parameters["rowFilter.tokens.used_at"];
          /** When it was taken back; null: it was not. */
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          /** When it was made. */
          created_at?: parameters["rowFilter.tokens.created_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
     * when one for a single use was spent.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the token. */
          id?: parameters["rowFilter.tokens.id"];
          /** invite or boarding. */
          kind?: parameters["rowFilter.tokens.kind"];
          /** Of an invite the campaign: id of campaigns; null: a boarding pass. */
          campaign?: parameters["rowFilter.tokens.campaign"];
          /** Of a boarding pass the vessel: id of vessels; null: an invite. */
          vessel?: parameters["rowFilter.tokens.vessel"];
          /** Of a boarding pass the position: name of positions; null: an invite. */
          position?: parameters["rowFilter.tokens.position"];
          /** Until then it may be used. */
          expires_at?: parameters["rowFilter.tokens.expires_at"];
          /** Whether its first use spends it; else it is for many. */
          single_use?: parameters["rowFilter.tokens.single_use"];
          /** When one for a single use was spent; null: it is not. */
          used_at?: parameters["rowFilter.tokens.used_at"];
          /** When it was taken back; null: it was not. */
          revoked_at?: parameters["rowFilter.tokens.revoked_at"];
          /** When it was made. */
          created_at?: parameters["rowFilter.tokens.created_at"];
        };
        body: {
          /** tokens */
          tokens?: definitions["tokens"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/vessels": {
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the vessel. */
          id?: parameters["rowFilter.vessels.id"];
          /** Whose vessel it is: id of organizations. */
          organization?: parameters["rowFilter.vessels.organization"];
          /** As people call it, up to 200 characters. */
          name?: parameters["rowFilter.vessels.name"];
          /** Who leads it: an account; null: nobody is named, or the account is gone. */
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          /** Demands and resources by name; what is absent is not known. */
          environment?: parameters["rowFilter.vessels.environment"];
          /** Whether it is in service. */
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["vessels"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    post: {
      parameters: {
        body: {
          /** vessels */
          vessels?: definitions["vessels"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the vessel. */
          id?: parameters["rowFilter.vessels.id"];
          /** Whose vessel it is: id of organizations. */
          organization?: parameters["rowFilter.vessels.organization"];
          /** As people call it, up to 200 characters. */
          name?: parameters["rowFilter.vessels.name"];
          /** Who leads it: an account; null: nobody is named, or the account is gone. */
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          /** Demands and resources by name; what is absent is not known. */
          environment?: parameters["rowFilter.vessels.environment"];
          /** Whether it is in service. */
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
     * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the vessel. */
          id?: parameters["rowFilter.vessels.id"];
          /** Whose vessel it is: id of organizations. */
          organization?: parameters["rowFilter.vessels.organization"];
          /** As people call it, up to 200 characters. */
          name?: parameters["rowFilter.vessels.name"];
          /** Who leads it: an account; null: nobody is named, or the account is gone. */
          leader?: parameters["rowFilter.vessels.leader"];
          /** How the vessel is led; null: as the leader's profile says. */
          leadership?: parameters["rowFilter.vessels.leadership"];
          /** Demands and resources by name; what is absent is not known. */
          environment?: parameters["rowFilter.vessels.environment"];
          /** Whether it is in service. */
          is_active?: parameters["rowFilter.vessels.is_active"];
          /** Whether the mood aboard was lower than vessels of the fleet usually differ. */
          toxicity_flag?: parameters["rowFilter.vessels.toxicity_flag"];
          /** When what the dashboard shows changed last. */
          snapshot_updated_at?: parameters["rowFilter.vessels.snapshot_updated_at"];
        };
        body: {
          /** vessels */
          vessels?: definitions["vessels"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/work_items": {
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    get: {
      parameters: {
        query: {
          /** Number of the work item here. */
          id?: parameters["rowFilter.work_items.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.work_items.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.work_items.external_id"];
          /** story, defect, task or another word; null: not told. */
          type?: parameters["rowFilter.work_items.type"];
          /** Name of the team that does it; null: not told. */
          team?: parameters["rowFilter.work_items.team"];
          /** What it is, in words; null: not told. */
          title?: parameters["rowFilter.work_items.title"];
          /** How large it is, 0 or more, in the team's own points; null: not estimated. */
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          /** When it was created. */
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["work_items"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    post: {
      parameters: {
        body: {
          /** work_items */
          work_items?: definitions["work_items"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    delete: {
      parameters: {
        query: {
          /** Number of the work item here. */
          id?: parameters["rowFilter.work_items.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.work_items.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.work_items.external_id"];
          /** story, defect, task or another word; null: not told. */
          type?: parameters["rowFilter.work_items.type"];
          /** Name of the team that does it; null: not told. */
          team?: parameters["rowFilter.work_items.team"];
          /** What it is, in words; null: not told. */
          title?: parameters["rowFilter.work_items.title"];
          /** How large it is, 0 or more, in the team's own points; null: not estimated. */
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          /** When it was created. */
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
     * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
     * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
     * is there. Read it by pages: order=id.desc&id=lt.N.
     */
    patch: {
      parameters: {
        query: {
          /** Number of the work item here. */
          id?: parameters["rowFilter.work_items.id"];
          /** Code of the project. */
          project?: parameters["rowFilter.work_items.project"];
          /** Its id in the tool. */
          external_id?: parameters["rowFilter.work_items.external_id"];
          /** story, defect, task or another word; null: not told. */
          type?: parameters["rowFilter.work_items.type"];
          /** Name of the team that does it; null: not told. */
          team?: parameters["rowFilter.work_items.team"];
          /** What it is, in words; null: not told. */
          title?: parameters["rowFilter.work_items.title"];
          /** How large it is, 0 or more, in the team's own points; null: not estimated. */
          points?: parameters["rowFilter.work_items.points"];
          /** todo, in_progress, done. */
          status?: parameters["rowFilter.work_items.status"];
          /** When it was created. */
          created_at?: parameters["rowFilter.work_items.created_at"];
          /** When it was last done; null where it is not. */
          done_at?: parameters["rowFilter.work_items.done_at"];
        };
        body: {
          /** work_items */
          work_items?: definitions["work_items"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
  "/workloads": {
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    get: {
      parameters: {
        query: {
          /** Identifies the task. */
          id?: parameters["rowFilter.workloads.id"];
          /** Whose it is: id of organizations; null: a default of all. */
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          /** The role that does it. */
          role?: parameters["rowFilter.workloads.role"];
          /** Place of the task in its role, 1 to 1000. */
          position?: parameters["rowFilter.workloads.position"];
          /** The task in words. */
          name?: parameters["rowFilter.workloads.name"];
          /** Whether it can be automated at all. */
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
          /** Filtering Columns */
          select?: parameters["select"];
          /** Ordering */
          order?: parameters["order"];
          /** Limiting and Pagination */
          offset?: parameters["offset"];
          /** Limiting and Pagination */
          limit?: parameters["limit"];
        };
        header: {
          /** Limiting and Pagination */
          Range?: parameters["range"];
          /** Limiting and Pagination */
          "Range-Unit"?: parameters["rangeUnit"];
          /** Preference */
          Prefer?: parameters["preferCount"];
        };
      };
      responses: {
        /** OK */
        200: {
          schema: definitions["workloads"][];
        };
        /** Partial Content */
        206: unknown;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    post: {
      parameters: {
        body: {
          /** workloads */
          workloads?: definitions["workloads"];
        };
        query: {
          /** Filtering Columns */
          select?: parameters["select"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferPost"];
        };
      };
      responses: {
        /** Created */
        201: unknown;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    delete: {
      parameters: {
        query: {
          /** Identifies the task. */
          id?: parameters["rowFilter.workloads.id"];
          /** Whose it is: id of organizations; null: a default of all. */
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          /** The role that does it. */
          role?: parameters["rowFilter.workloads.role"];
          /** Place of the task in its role, 1 to 1000. */
          position?: parameters["rowFilter.workloads.position"];
          /** The task in words. */
          name?: parameters["rowFilter.workloads.name"];
          /** Whether it can be automated at all. */
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
    /**
     * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
     *   skill or
     * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
     */
    patch: {
      parameters: {
        query: {
          /** Identifies the task. */
          id?: parameters["rowFilter.workloads.id"];
          /** Whose it is: id of organizations; null: a default of all. */
          organization_id?: parameters["rowFilter.workloads.organization_id"];
          /** The role that does it. */
          role?: parameters["rowFilter.workloads.role"];
          /** Place of the task in its role, 1 to 1000. */
          position?: parameters["rowFilter.workloads.position"];
          /** The task in words. */
          name?: parameters["rowFilter.workloads.name"];
          /** Whether it can be automated at all. */
          automatable?: parameters["rowFilter.workloads.automatable"];
          /** 0 to 1: what is to be learnt before the task is automated. */
          skill?: parameters["rowFilter.workloads.skill"];
          /** Share of the role's time, 0 to 1. */
          time?: parameters["rowFilter.workloads.time"];
        };
        body: {
          /** workloads */
          workloads?: definitions["workloads"];
        };
        header: {
          /** Preference */
          Prefer?: parameters["preferReturn"];
        };
      };
      responses: {
        /** No Content */
        204: never;
      };
    };
  };
}

export interface definitions {
  /**
   * @description All accounts, for administrators.
   *
   * Erased ones are nameless: <id>@erased.invalid.
   */
  accounts: {
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: text
     * @description Its e-mail address, unique without regard to case.
     */
    email?: string;
    /**
     * Format: text
     * @description As the person writes it; empty: not told.
     */
    full_name?: string;
    /**
     * Format: uuid
     * @description Identifies the account.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: boolean
     * @description Whether it may sign in.
     */
    is_active?: boolean;
    /**
     * Format: boolean
     * @description Whether an administrator has verified who it is.
     */
    is_verified?: boolean;
    /**
     * Format: timestamp with time zone
     * @description When it signed in last; null: never.
     */
    last_login_at?: string;
    /**
     * Format: text
     * @description Where the person is, in own words; null: not told.
     */
    location?: string;
    /**
     * Format: jsonb
     * @description For which it acts: [{id, name, role}].
     */
    organizations?: unknown;
    /**
     * Format: text
     * @description As the person writes it; null: not told.
     */
    phone?: string;
    /**
     * Format: text[]
     * @description Roles everywhere, such as admin: codes of roles.
     */
    roles?: string[];
  };
  /**
   * @description What stands out of the series of one's own organisations.
   *
   * For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
   * low, medium, high, critical.
   */
  anomalies: {
    /**
     * Format: timestamp with time zone
     * @description When somebody acknowledged it; null: it is open.
     */
    acknowledged_at?: string;
    /**
     * Format: uuid
     * @description Who did: an account; null: nobody, or the account is gone.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    acknowledged_by?: string;
    /**
     * Format: text
     * @description The name of who acknowledged it; null: nobody, or the account is gone.
     */
    acknowledged_by_name?: string;
    /**
     * Format: timestamp with time zone
     * @description When the value was measured.
     */
    at?: string;
    /**
     * Format: double precision
     * @description The median of the series, or of its hour of the week.
     */
    expected?: number;
    /**
     * Format: bigint
     * @description Identifies the anomaly.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description Name of the series.
     */
    metric?: string;
    /**
     * Format: text
     * @description The model whose series it is; empty: none's.
     */
    model?: string;
    /**
     * Format: text
     * @description What was said then; null: nothing.
     */
    note?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was found.
     */
    opened_at?: string;
    /**
     * Format: uuid
     * @description Whose series it is in: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description low, medium, high or critical.
     */
    severity?: string;
    /**
     * Format: text
     * @description open or acknowledged.
     */
    status?: string;
    /**
     * Format: double precision
     * @description The value, in the unit of the series.
     */
    value?: number;
    /**
     * Format: double precision
     * @description How far the value is off, in robust standard deviations.
     */
    z?: number;
  };
  /**
   * @description What one has said about meeting others, the newest first.
   *
   * One's own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer.
   */
  answers: {
    /**
     * Format: text
     * @description yes or no.
     */
    answer?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was said, or corrected last.
     */
    answered_at?: string;
    /**
     * Format: text
     * @description What the other is called, by own choice.
     */
    display_name?: string;
    /**
     * Format: uuid
     * @description About whom: as in discover and matches.
     */
    person?: string;
  };
  /**
   * @description Who serves or served where.
   *
   * One's own; for clients also their crews', without what people declare. status: active, ended, or declared, which is past experience that
   * a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
   * beginning; 403 another's, another status; 413 more than 20.
   */
  assignments: {
    /**
     * Format: date
     * @description Last day aboard, in UTC; null: still aboard, or not told.
     */
    ended_on?: string;
    /**
     * Format: bigint
     * @description Identifies the assignment.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: uuid
     * @description Who serves: an account.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    person?: string;
    /**
     * Format: text
     * @description As what: name of positions.
     *
     * Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: date
     * @description First day aboard, in UTC.
     */
    started_on?: string;
    /**
     * Format: text
     * @description active, ended or declared.
     */
    status?: string;
    /**
     * Format: uuid
     * @description Where: id of vessels; null: a declared experience.
     *
     * Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
    /**
     * Format: text
     * @description Name of the vessel.
     */
    vessel_name?: string;
  };
  /**
   * @description Who did what to which object and when, for administrators.
   *
   * Read it by pages: order=id.desc&id=lt.N.
   */
  audit_events: {
    /**
     * Format: text
     * @description What was done, such as role.granted.
     */
    action?: string;
    /**
     * Format: uuid
     * @description Who did it: an account; null: work outside of requests.
     */
    actor_id?: string;
    /**
     * Format: jsonb
     * @description What else is to be known of the act, by name.
     */
    details?: unknown;
    /**
     * Format: timestamp with time zone
     * @description When the act began.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    happened_at?: string;
    /**
     * Format: bigint
     * @description Number of the event.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description To what, as relation/key.
     */
    object?: string;
  };
  /**
   * @description What a position asks of a trait, 0 to 100.
   *
   * For employers and administrators. polarity: high, low or moderate; null: the trait's own.
   */
  benchmarks: {
    /**
     * Format: double precision
     * @description How much of it, 0 to 100.
     */
    benchmark?: number;
    /**
     * Format: text
     * @description high, low or moderate; null: the trait's own.
     */
    polarity?: string;
    /**
     * Format: text
     * @description The position: name of positions.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: text
     * @description What it asks for, such as conscientiousness.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    trait?: string;
  };
  /**
   * @description Whom one has blocked, the newest first.
   *
   * One's own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
   * others hold all the same.
   */
  blocks: {
    /**
     * Format: timestamp with time zone
     * @description When.
     */
    blocked_at?: string;
    /**
     * Format: text
     * @description What the other is called, by own choice.
     */
    display_name?: string;
    /**
     * Format: uuid
     * @description Whom one has blocked.
     */
    person?: string;
  };
  /**
   * @description How well the tastes of people could be learnt.
   *
   * For administrators and accounts with role researcher (else 403); of people with consent of kind research, under pseudonyms, where there are
   * at least five. Month and model of fewer than five people, or of all but fewer than five, are null.
   */
  calibration: {
    /**
     * Format: boolean
     * @description Whether the taste could be learnt.
     */
    calibration_complete?: boolean;
    /**
     * Format: double precision
     * @description How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt.
     */
    loo_rmse?: number;
    /**
     * Format: text
     * @description Name and version of the net that made the embeddings; null: too few people.
     */
    model?: string;
    /**
     * Format: date
     * @description First day of the month (UTC) in which it was learnt last; null: too few people.
     */
    month?: string;
    /**
     * Format: integer
     * @description Rated photos that the taste is learnt from.
     */
    n?: number;
    /**
     * Format: uuid
     * @description Random name of the person.
     */
    pseudonym?: string;
  };
  /**
   * @description Searches for a position on a vessel.
   *
   * For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
   * title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer's, an
   * unknown position; 403; 429 more than 100 in 30 days.
   */
  campaigns: {
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description Identifies the campaign.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: uuid
     * @description The employer: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization?: string;
    /**
     * Format: text
     * @description What is looked for: name of positions.
     *
     * Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: text
     * @description draft, open, closed, archived.
     */
    status?: string;
    /**
     * Format: text
     * @description As candidates are shown it, up to 300 characters.
     */
    title?: string;
    /**
     * Format: uuid
     * @description The vessel that somebody is looked for: id of vessels.
     */
    vessel?: string;
    /**
     * Format: text
     * @description Name of the vessel.
     */
    vessel_name?: string;
  };
  /**
   * @description What one has agreed to, and what one has withdrawn.
   *
   * One's own. kind: visual, personality, genetic or research; live is what is not withdrawn.
   */
  consents: {
    /**
     * Format: timestamp with time zone
     * @description When it was given.
     */
    given_at?: string;
    /**
     * Format: text
     * @description visual, personality, genetic or research.
     */
    kind?: string;
    /**
     * Format: text
     * @description The words that were agreed to.
     */
    purpose?: string;
    /**
     * Format: text
     * @description Their version.
     */
    text_version?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was withdrawn; null: it is live.
     */
    withdrawn_at?: string;
  };
  /**
   * @description Groups that one declares for the fairness audit, such as an age band.
   *
   * One's own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
   * attribute is there; 413 more than 20.
   */
  declared_groups: {
    /**
     * Format: text
     * @description What the group is one of, such as age_band, up to 100 characters.
     */
    attribute?: string;
    /**
     * Format: text
     * @description The group that one belongs to, up to 100 characters.
     */
    group_name?: string;
  };
  /**
   * @description The own documents; to employers those of their candidates and crew that are ready and of a kind for them; to administrators all.
   *
   * title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine.
   */
  documents: {
    /**
     * Format: timestamp with time zone
     * @description When it was planned.
     */
    created_at?: string;
    /**
     * Format: date
     * @description What it says is good until then; null: not told.
     */
    expires_on?: string;
    /**
     * Format: jsonb
     * @description What was read in a picture: {text, fields, confidence}; null: nothing.
     */
    extracted?: unknown;
    /**
     * Format: text
     * @description The name under which it is saved.
     */
    file_name?: string;
    /**
     * Format: uuid
     * @description Identifies the document.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: text
     * @description What it is of, such as certificate, cv or photo.
     */
    kind?: string;
    /**
     * Format: boolean
     * @description Whether it is kept whatever happens.
     */
    legal_hold?: boolean;
    /**
     * Format: text
     * @description What its bytes are, such as application/pdf.
     */
    media_type?: string;
    /**
     * Format: uuid
     * @description Whose it is: an account.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    owner_id?: string;
    /**
     * Format: text
     * @description Why it is in quarantine; null: it is not.
     */
    problem?: string;
    /**
     * Format: text
     * @description SHA-256 of the bytes, in hexadecimal digits; null: not known yet.
     */
    sha256?: string;
    /**
     * Format: bigint
     * @description Bytes.
     */
    size?: number;
    /**
     * Format: text
     * @description planned, uploading, checking, ready, quarantined, aborted or deleted.
     */
    status?: string;
    /**
     * Format: text
     * @description Where its bytes are kept: database or s3.
     */
    storage?: string;
    /**
     * Format: text
     * @description As its owner calls it, 1 to 200 characters.
     */
    title?: string;
    /**
     * Format: timestamp with time zone
     * @description When an administrator verified it; null: not verified.
     */
    verified_at?: string;
  };
  /**
   * @description Experiments with models in one's own organisations, with their scores.
   *
   * For members, as the runs tell them.
   */
  experiments: {
    /**
     * Format: text
     * @description When it was made, in the words of the run; null: not told.
     */
    created_at?: string;
    /**
     * Format: text
     * @description Name of the experiment, as the run tells it.
     */
    experiment?: string;
    /**
     * Format: text
     * @description The metric: metric_id of signal_metrics.
     */
    metric_id?: string;
    /**
     * Format: uuid
     * @description Whose run it is: id of organizations.
     */
    organization_id?: string;
    /**
     * Format: text
     * @description The run: run_id of runs.
     */
    run_id?: string;
    /**
     * Format: jsonb
     * @description An object of scores by name, as the run tells it.
     */
    scores?: unknown;
  };
  /**
   * @description Facilities of one's own organisations, a row each time that the name or the system changed.
   *
   * For members. valid_from, valid_to: the first run that says so, and the first that says otherwise; valid_to is null in what is true now.
   */
  facilities: {
    /**
     * Format: double precision
     * @description Of the newest run of the row; null: not told.
     */
    encounters?: number;
    /**
     * Format: text
     * @description The facility, as the runs call it.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    facility_id?: string;
    /**
     * Format: text
     * @description Its name for people.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose facility it is: id of organizations.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description The system of facilities that it belongs to; null: none is told.
     */
    system_name?: string;
    /**
     * Format: text
     * @description The first run that says so: run_id of runs.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    valid_from?: string;
    /**
     * Format: text
     * @description The first run that says otherwise; null: none does.
     */
    valid_to?: string;
  };
  /**
   * @description Whom one wants to meet, and what others' filters go by.
   *
   * One's own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
   * of a degree, and ages are compared as of the first day of the month of birth.
   */
  filters: {
    /**
     * Format: integer
     * @description The youngest age that one seeks, 18 to 120; null: any.
     */
    age_from?: number;
    /**
     * Format: integer
     * @description The oldest age that one seeks, 18 to 120; null: any.
     */
    age_to?: number;
    /**
     * Format: date
     * @description Date of birth; null: not told.
     */
    born_on?: string;
    /**
     * Format: text
     * @description What others are told; null: the first word of one's name.
     */
    display_name?: string;
    /**
     * Format: text
     * @description By own account, a word in small letters; null: not told.
     */
    gender?: string;
    /**
     * Format: boolean
     * @description false: shown to nobody, and shown nobody.
     */
    is_active?: boolean;
    /**
     * Format: double precision
     * @description Degrees north, to a tenth; null: no place was told.
     */
    latitude?: number;
    /**
     * Format: double precision
     * @description Degrees east, to a tenth; null: no place was told.
     */
    longitude?: number;
    /**
     * Format: double precision
     * @description How far away another may be, 1 to 20100 km; null: any distance.
     */
    most_km?: number;
    /**
     * Format: text[]
     * @description Genders; empty: any.
     */
    seeks?: string[];
  };
  /**
   * @description Imports of answers, with their reports.
   *
   * For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc.
   */
  import_batches: {
    /**
     * Format: timestamp with time zone
     * @description When it was checked or applied.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description Who asked for it: an account; null: not by a request, or the account is gone.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    created_by?: string;
    /**
     * Format: bigint
     * @description Identifies the import.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: integer
     * @description To what was answered: id of instruments.
     *
     * Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /**
     * Format: jsonb
     * @description Where what stands in the file, with what its preset says.
     */
    mapping?: unknown;
    /**
     * Format: jsonb
     * @description Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}.
     */
    report?: unknown;
    /**
     * Format: text
     * @description wide, a response a row, or long, an answer a row.
     */
    shape?: string;
    /**
     * Format: text
     * @description The system that gave the ids of people and responses; may be empty.
     */
    source?: string;
    /**
     * Format: text
     * @description checked, applied or undone.
     */
    status?: string;
  };
  /**
   * @description What imports did not take, and why.
   *
   * For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
   * it by pages: batch=eq.N&order=id&id=gt.N.
   */
  import_rejects: {
    /**
     * Format: bigint
     * @description The import: id of import_batches.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `import_batches.id`.<fk table='import_batches' column='id'/>
     */
    batch?: number;
    /**
     * Format: text
     * @description Of a cell: its column in the file; null: of the row as a whole.
     */
    column?: string;
    /**
     * Format: bigint
     * @description Number of the reject.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description Of a cell: the item's code, else its position; null: of no item.
     */
    item?: string;
    /**
     * Format: bigint
     * @description Where the row starts in the file, from 1; null: not of a file with lines.
     */
    line?: number;
    /**
     * Format: text
     * @description As the file names the person; null: it does not.
     */
    person?: string;
    /**
     * Format: uuid
     * @description The account of that person; null: none was found.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    person_id?: string;
    /**
     * Format: text
     * @description Why it was not taken, by its code, such as bad_person.
     */
    reason?: string;
    /**
     * Format: bigint
     * @description Row of the file, from 1; of long data the response's first.
     */
    row?: number;
    /**
     * Format: text
     * @description Of a cell: what stood there, its first 200 characters; null: of the row as a whole.
     */
    value?: string;
  };
  /**
   * @description Questionnaires and tests.
   *
   * For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
   * false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
   * null where that is not counted; running: one has begun and not ended it.
   */
  instruments: {
    /**
     * Format: boolean
     * @description Whether it is a test that chooses its items by the answers (begin_test).
     */
    adaptive?: boolean;
    /**
     * Format: integer
     * @description How often one may still begin it; null: that is not counted.
     */
    attempts_left?: number;
    /**
     * Format: text
     * @description Short name, the same in all versions.
     */
    code?: string;
    /**
     * Format: integer
     * @description Identifies this version of the instrument.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description What people read before they answer; may be empty.
     */
    instructions?: string;
    /**
     * Format: boolean
     * @description Whether it takes answers.
     */
    is_active?: boolean;
    /**
     * Format: integer
     * @description Number of items.
     */
    items?: number;
    /**
     * Format: text
     * @description likert, cognitive or forced_choice.
     */
    kind?: string;
    /**
     * Format: text
     * @description Of its texts, as BCP 47 writes it.
     */
    language?: string;
    /**
     * Format: text
     * @description As people are shown it.
     */
    name?: string;
    /**
     * Format: boolean
     * @description Whether one has begun it and not ended it.
     */
    running?: boolean;
    /**
     * Format: smallint
     * @description The highest answer of an item.
     */
    scale_max?: number;
    /**
     * Format: smallint
     * @description The lowest answer of an item.
     */
    scale_min?: number;
    /**
     * Format: integer
     * @description From 1.
     */
    version?: number;
  };
  /**
   * @description Tools that records of one's own organisations come from, such as a tracker or a code host.
   *
   * For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
   * harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
   * long; 403 an organisation that is not one's own; 409 the name is there.
   */
  integrations: {
    /**
     * Format: integer
     * @description Identifies the integration.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: boolean
     * @description Whether it is fetched from.
     */
    is_active?: boolean;
    /**
     * Format: text
     * @description The tool: github and jira are fetched, others are extracted by the site.
     */
    kind?: string;
    /**
     * Format: text
     * @description Why nothing came at the last try; null where all is well.
     */
    last_error?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was fetched, or its records were transformed, last; null: never.
     */
    last_run_at?: string;
    /**
     * Format: text
     * @description As people call it, unique in the organisation.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: jsonb
     * @description What is to be known of the tool, such as addresses and names of projects; no secrets.
     */
    settings?: unknown;
  };
  /**
   * @description The items of instruments, by position.
   *
   * For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
   * right_text: the second statement of a forced choice.
   */
  items: {
    /**
     * Format: integer
     * @description The instrument: id of instruments.
     *
     * Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /**
     * Format: jsonb
     * @description Of a test the options, chosen among by number from 1; null: a rating on the scale.
     */
    options?: unknown;
    /**
     * Format: integer
     * @description Place in the instrument, from 1.
     */
    position?: number;
    /**
     * Format: text
     * @description Of a forced choice the right statement; null: another kind.
     */
    right_text?: string;
    /**
     * Format: text
     * @description The statement or task as it is shown; of a forced choice the left statement.
     */
    text?: string;
  };
  /**
   * @description Jobs that one has asked for, with those that have ended; for administrators all of them.
   *
   * status: queued, running, done, failed or cancelled; progress: 0 to 1; result: what a job that is done gave, error: why the last attempt
   * failed. Read it by pages: order=id.desc&id=lt.N.
   */
  jobs: {
    /**
     * Format: integer
     * @description Number of attempts, those before a retry not counted.
     */
    attempt?: number;
    /**
     * Format: uuid
     * @description What was asked for together; null: it was asked for alone.
     */
    batch_id?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was asked for.
     */
    created_at?: string;
    /**
     * Format: text
     * @description Why the last attempt failed; null: none has.
     */
    error?: string;
    /**
     * Format: timestamp with time zone
     * @description When it ended; null: not yet.
     */
    finished_at?: string;
    /**
     * Format: bigint
     * @description Number of the job.
     */
    id?: number;
    /**
     * Format: text
     * @description What is to be done, such as platform.report.
     */
    kind?: string;
    /**
     * Format: text
     * @description What is said of its progress, in words; null: nothing.
     */
    message?: string;
    /**
     * Format: integer
     * @description 0 to 9; each step counts like a minute of waiting.
     */
    priority?: number;
    /**
     * Format: double precision
     * @description How far it is, 0 to 1; null: not told.
     */
    progress?: number;
    /**
     * Format: jsonb
     * @description What a job that is done gave; null: nothing, or not done.
     */
    result?: unknown;
    /**
     * Format: timestamp with time zone
     * @description Not before this it runs.
     */
    run_at?: string;
    /**
     * Format: timestamp with time zone
     * @description When its newest attempt began; null: none has.
     */
    started_at?: string;
    /**
     * Format: text
     * @description queued, running, done, failed or cancelled.
     */
    status?: string;
  };
  /**
   * @description What was learnt in one's own organisations from statements that failed, by record_feedback.
   *
   * For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
   * 1)/(successes + failures + 2).
   */
  learning_memory: {
    /**
     * Format: double precision
     * @description (successes + 1)/(successes + failures + 2), 0 to 1.
     */
    confidence?: number;
    /**
     * Format: text
     * @description What was written in its place; null: the statement itself was judged.
     */
    correction?: string;
    /**
     * Format: text
     * @description The first two characters of the SQLSTATE; 00: it was no error.
     */
    error_class?: string;
    /**
     * Format: integer
     * @description How often it did not.
     */
    failures?: number;
    /**
     * Format: bigint
     * @description Number of the row.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description The known phrases of the question that the statement was to answer; empty: none.
     */
    intent?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was seen last.
     */
    last_seen_at?: string;
    /**
     * Format: uuid
     * @description Who learnt it: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description How the statement failed; 00000: it was no error.
     */
    sqlstate?: string;
    /**
     * Format: text
     * @description The statement, with $1, $2, ... for constants.
     */
    statement?: string;
    /**
     * Format: integer
     * @description How often it helped.
     */
    successes?: number;
  };
  /**
   * @description People with whom one is paired, and what the pair scores.
   *
   * One's own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
   * biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
   * in the night.
   */
  matches: {
    /**
     * Format: text
     * @description low, middle or high; null: not measured, or one's own phase is not complete.
     */
    biological?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was scored.
     */
    computed_at?: string;
    /**
     * Format: text
     * @description What the other is called, by own choice.
     */
    display_name?: string;
    /**
     * Format: bigint
     * @description Identifies the pair.
     */
    id?: number;
    /**
     * Format: text[]
     * @description Phases that were not measured: visual, personality, biological.
     */
    missing?: string[];
    /**
     * Format: text
     * @description Version of the model that it was scored by.
     */
    model?: string;
    /**
     * Format: uuid
     * @description The other.
     */
    person?: string;
    /**
     * Format: integer
     * @description Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one's own phase is not complete.
     */
    personality?: number;
    /**
     * Format: integer
     * @description Of the pair, 0 to 100, in whole numbers; null: not measured.
     */
    score?: number;
  };
  /**
   * @description The own account, one row; full_name, phone and location can be changed.
   *
   * Another name takes is_verified back: what was verified is the name.
   */
  me: {
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: text
     * @description Its e-mail address, unique without regard to case.
     */
    email?: string;
    /**
     * Format: text
     * @description As the person writes it; empty: not told.
     */
    full_name?: string;
    /**
     * Format: uuid
     * @description Identifies the account.
     */
    id?: string;
    /**
     * Format: boolean
     * @description Whether an administrator has verified who it is.
     */
    is_verified?: boolean;
    /**
     * Format: timestamp with time zone
     * @description When it signed in last; null: never.
     */
    last_login_at?: string;
    /**
     * Format: text
     * @description Where the person is, in own words; null: not told.
     */
    location?: string;
    /**
     * Format: jsonb
     * @description For which it acts: [{id, name, role}].
     */
    organizations?: unknown;
    /**
     * Format: text
     * @description As the person writes it; null: not told.
     */
    phone?: string;
    /**
     * Format: text[]
     * @description Roles everywhere, such as admin: codes of roles.
     */
    roles?: string[];
  };
  /**
   * @description The series that anomalies stand out of, of one's own organisations.
   *
   * For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
   * the hour of the week where four weeks are known.
   */
  metric_values: {
    /**
     * Format: timestamp with time zone
     * @description When it was measured, or the time that it is about.
     */
    at?: string;
    /**
     * Format: text
     * @description Name of the series.
     */
    metric?: string;
    /**
     * Format: text
     * @description The model whose series it is; empty: none's.
     */
    model?: string;
    /**
     * Format: uuid
     * @description Whose series it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: double precision
     * @description The value, in the unit of the series.
     */
    value?: number;
  };
  /**
   * @description Versions of the model that predicts success.
   *
   * For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
   * has not seen.
   */
  model_versions: {
    /**
     * Format: timestamp with time zone
     * @description When it was stored.
     */
    created_at?: string;
    /**
     * Format: double precision
     * @description R squared on vessels that the fit has not seen; null: it was not fitted.
     */
    cross_validated_r_squared?: number;
    /**
     * Format: boolean
     * @description Whether it is the one that predicts.
     */
    is_active?: boolean;
    /**
     * Format: bigint
     * @description Hires that it was learnt from, in whole tens; null: it was not fitted.
     */
    n?: number;
    /**
     * Format: text
     * @description shipped, manual, or retrain, learnt from outcomes.
     */
    origin?: string;
    /**
     * Format: double precision
     * @description R squared of the fit; null: it was not fitted.
     */
    r_squared?: number;
    /**
     * Format: text
     * @description Name of the version.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    version?: string;
  };
  /**
   * @description What runs tell of facilities in one's own organisations: that there is something.
   *
   * For members. summary: the metric, its value, how many segments drive it up and down; all of it: narrative.
   */
  narratives: {
    /**
     * Format: text
     * @description Its name for people; null: not told.
     */
    facility?: string;
    /**
     * Format: text
     * @description The facility, as the run calls it.
     */
    facility_id?: string;
    /**
     * Format: text
     * @description When it was written, in the words of the run; null: not told.
     */
    generated_at?: string;
    /**
     * Format: uuid
     * @description Whose run it is: id of organizations.
     */
    organization_id?: string;
    /**
     * Format: text
     * @description The run: run_id of runs.
     */
    run_id?: string;
    /**
     * Format: jsonb
     * @description {metric, value, segments, up, down}: up and down count the segments that drive the value so.
     */
    summary?: unknown;
  };
  /**
   * @description Means and standard deviations of scores in populations.
   *
   * For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least.
   */
  norms: {
    /**
     * Format: integer
     * @description Whose scores they are: id of instruments.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /**
     * Format: double precision
     * @description Mean of the score, 0 to 100.
     */
    mean?: number;
    /**
     * Format: bigint
     * @description People behind it, 30 at least.
     */
    n?: number;
    /**
     * Format: text
     * @description Name of the population.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    population?: string;
    /**
     * Format: double precision
     * @description Cronbach's alpha of the scale in the population; null: not known.
     */
    reliability?: number;
    /**
     * Format: double precision
     * @description Standard deviation of the score, in its points.
     */
    sd?: number;
    /**
     * Format: text
     * @description The trait, such as conscientiousness.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    trait?: string;
  };
  /**
   * @description Messages to oneself, and what has become of them; for administrators all messages, but of others without what they say.
   *
   * status: queued, sending, sent, failed or cancelled; error: why the last attempt failed. Read it by pages: order=id.desc&id=lt.N.
   */
  notifications: {
    /**
     * Format: integer
     * @description How often sending was tried.
     */
    attempts?: number;
    /**
     * Format: timestamp with time zone
     * @description When it was written.
     */
    created_at?: string;
    /**
     * Format: text
     * @description Why the last attempt failed; null: none has.
     */
    error?: string;
    /**
     * Format: bigint
     * @description Number of the message.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: jsonb
     * @description What stands for names in it; null: a message to somebody else.
     */
    parameters?: unknown;
    /**
     * Format: uuid
     * @description To whom it goes: an account; null: to an address without one.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    recipient_id?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was sent; null: not sent.
     */
    sent_at?: string;
    /**
     * Format: text
     * @description queued, sending, sent, failed or cancelled.
     */
    status?: string;
    /**
     * Format: text
     * @description What it says, by its code, such as crew.hired.
     */
    template?: string;
  };
  /**
   * @description The organisations that one belongs to; for administrators all of them.
   *
   * Who acts for one: members(organization).
   */
  organizations: {
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description Identifies the organisation.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: boolean
     * @description Whether its members may act for it.
     */
    is_active?: boolean;
    /**
     * Format: text
     * @description As people call it.
     */
    name?: string;
  };
  /**
   * @description How far one is: the three phases, in their order.
   *
   * One's own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
   * complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.
   */
  phases: {
    /**
     * Format: timestamp with time zone
     * @description When it was complete; null: it is not.
     */
    completed_at?: string;
    /**
     * Format: integer
     * @description 1 visual, 2 personality, 3 biological.
     */
    phase?: number;
    /**
     * Format: text
     * @description complete, open or locked.
     */
    status?: string;
  };
  /**
   * @description Photos of the own face, and what was found on them.
   *
   * One's own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
   * where the face is nearly that of a photo that everybody rates); model:
   * the net that made the embedding; the picture itself is told by document_data once it is ready.
   */
  photos: {
    /**
     * Format: timestamp with time zone
     * @description When it was handed in.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description The document with the picture: id of documents.
     */
    document?: string;
    /**
     * Format: bigint
     * @description Identifies the photo.
     */
    id?: number;
    /**
     * Format: text
     * @description Name and version of the net that made the embedding; null: there is none.
     */
    model?: string;
    /**
     * Format: text
     * @description checking, ready, no_face, several_faces, too_small, blurred or refused.
     */
    status?: string;
  };
  /**
   * @description Positions aboard.
   *
   * For anyone signed in. is_leader: leads others; sort: the order in which they are shown.
   */
  positions: {
    /**
     * Format: boolean
     * @description Whether it leads others.
     */
    is_leader?: boolean;
    /**
     * Format: text
     * @description Name of the position.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    name?: string;
    /**
     * Format: integer
     * @description Order in which positions are shown, the smallest first.
     */
    sort?: number;
  };
  /**
   * @description What models predicted, and what happened.
   *
   * For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
   * probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
   * module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one's own; 409 it has an outcome; 429.
   */
  predictions: {
    /**
     * Format: double precision
     * @description How sure the model was, 0 to 1, as it said; null: not told.
     */
    confidence?: number;
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: bigint
     * @description Number of the prediction.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: jsonb
     * @description An object of values by name, as the model was given them; null: not told.
     */
    input?: unknown;
    /**
     * Format: text
     * @description Which model made it, by its name.
     */
    model?: string;
    /**
     * Format: uuid
     * @description May be left out by members of one organisation.
     */
    organization_id?: string;
    /**
     * Format: double precision
     * @description What happened, in the unit of the prediction; null: not known yet.
     */
    outcome?: number;
    /**
     * Format: double precision
     * @description The number, or the probability of outcome 1.
     */
    prediction?: number;
    /**
     * Format: timestamp with time zone
     * @description When the outcome was added; null: not yet.
     */
    validated_at?: string;
    /**
     * Format: text
     * @description Which version of the model.
     */
    version?: string;
  };
  /**
   * @description One's profile: of each trait the score that counts.
   *
   * One's own, one row; none before the first answers.
   */
  profile: {
    /**
     * Format: uuid
     * @description Whose profile it is: an account.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    person?: string;
    /**
     * Format: jsonb
     * @description The profile document: of each trait the score that counts, by family.
     */
    snapshot?: unknown;
    /**
     * Format: timestamp with time zone
     * @description When it was written last.
     */
    updated_at?: string;
  };
  /**
   * @description Projects of one's own organisations.
   *
   * For members. The first load of a code makes its project; so does POST organization_id, code, name, team, is_active. PATCH name, team,
   * is_active. team: its name, which is made where there is none. Errors: 400 a text that is blank or longer than 500 characters; 403; 409 the
   * code is there.
   */
  projects: {
    /**
     * Format: text
     * @description By which it is called in all functions here.
     */
    code?: string;
    /**
     * Format: integer
     * @description Identifies the project.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: boolean
     * @description Whether it is in the portfolio.
     */
    is_active?: boolean;
    /**
     * Format: text
     * @description As people call it.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description Name of the team that delivers it; null: none is told.
     */
    team?: string;
  };
  /**
   * @description Pull requests of one's own organisations, and how long each part of their way took.
   *
   * For members. coding, pickup, review, deploy, total: seconds, of merged ones, null where a part has no end; flags: unreviewed, not_deployed,
   * baseline, deployed_before_merge. Who wrote one is not told. Read it by pages: order=id.desc&id=lt.N.
   */
  pull_requests: {
    /**
     * Format: integer
     * @description Lines added; null: not told.
     */
    additions?: number;
    /**
     * Format: boolean
     * @description Whether no person opened it.
     */
    author_is_bot?: boolean;
    /**
     * Format: timestamp with time zone
     * @description When it was closed, merged or not; null: it is open, or not told.
     */
    closed_at?: string;
    /**
     * Format: double precision
     * @description Seconds from the first commit to its opening; null: not merged, or no commit with a time is known.
     */
    coding?: number;
    /**
     * Format: timestamp with time zone
     * @description When it was opened.
     */
    created_at?: string;
    /**
     * Format: integer
     * @description Lines taken away; null: not told.
     */
    deletions?: number;
    /**
     * Format: double precision
     * @description Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it.
     */
    deploy?: number;
    /**
     * Format: text
     * @description That deployment, by its id in the tool; null: none.
     */
    deployment?: string;
    /**
     * Format: text
     * @description Its id in the tool.
     */
    external_id?: string;
    /**
     * Format: text[]
     * @description unreviewed, not_deployed, baseline, deployed_before_merge; empty: none.
     */
    flags?: string[];
    /**
     * Format: bigint
     * @description Number of the pull request here.
     */
    id?: number;
    /**
     * Format: timestamp with time zone
     * @description When it was merged; null: it was not.
     */
    merged_at?: string;
    /**
     * Format: double precision
     * @description Seconds from its opening to the first review; null: not merged, or not reviewed.
     */
    pickup?: number;
    /**
     * Format: text
     * @description Code of the project.
     */
    project?: string;
    /**
     * Format: double precision
     * @description Seconds from the first review to the merge; null: not merged, or not reviewed.
     */
    review?: number;
    /**
     * Format: double precision
     * @description Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed.
     */
    total?: number;
  };
  /**
   * @description How one has felt aboard, by day.
   *
   * One's own. score: 1 to 5.
   */
  pulses: {
    /**
     * Format: date
     * @description The day in UTC.
     */
    day?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was given, or corrected last.
     */
    given_at?: string;
    /**
     * Format: smallint
     * @description 1, bad, to 5, good.
     */
    score?: number;
    /**
     * Format: uuid
     * @description Aboard which vessel: id of vessels.
     *
     * Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Records as they came from the tools of one's own organisations, and what became of them.
   *
   * For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
   * order=id.desc&id=lt.N.
   */
  raw_records: {
    /**
     * Format: text
     * @description Why it was rejected; null: it was not.
     */
    error?: string;
    /**
     * Format: text
     * @description Its id in the tool; null: none is told.
     */
    external_id?: string;
    /**
     * Format: bigint
     * @description Number of the record, in the order in which they came.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: integer
     * @description Where it comes from: id of integrations.
     */
    integration?: number;
    /**
     * Format: text
     * @description What it is a record of, such as github.pulls.
     */
    kind?: string;
    /**
     * Format: timestamp with time zone
     * @description When it came.
     */
    received_at?: string;
    /**
     * Format: text
     * @description waiting, loaded or rejected.
     */
    status?: string;
  };
  /**
   * @description Scores by submission and trait.
   *
   * One's own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
   * against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.
   */
  results: {
    /**
     * Format: text
     * @description Family of the trait, such as big_five.
     */
    family?: string;
    /**
     * Format: text[]
     * @description What speaks against the answers, such as SPEEDING; empty: nothing.
     */
    flags?: string[];
    /**
     * Format: integer
     * @description To what was answered: id of instruments.
     */
    instrument?: number;
    /**
     * Format: timestamp with time zone
     * @description When the answers were handed in.
     */
    measured_at?: string;
    /**
     * Format: double precision
     * @description Mid-rank percentile in the population, 0 to 100; null: no norms.
     */
    percentile?: number;
    /**
     * Format: boolean
     * @description False where the response quality speaks against the answers.
     */
    reliable?: boolean;
    /**
     * Format: double precision
     * @description 0 to 100.
     */
    score?: number;
    /**
     * Format: double precision
     * @description Upper end of the 95 % interval of the score, 100 at most; null without sem.
     */
    score_high?: number;
    /**
     * Format: double precision
     * @description Lower end of the 95 % interval of the score, 0 at least; null without sem.
     */
    score_low?: number;
    /**
     * Format: double precision
     * @description Standard error of measurement, in points of the score.
     */
    sem?: number;
    /**
     * Format: bigint
     * @description The answers that it is the score of: id of submissions.
     */
    submission?: number;
    /**
     * Format: double precision
     * @description 50 + 10 z in the population; null: no norms.
     */
    t_score?: number;
    /**
     * Format: text
     * @description What is measured, such as conscientiousness.
     */
    trait?: string;
  };
  /**
   * @description Roles that an account may have.
   *
   * What one does for an organisation, such as client, is a role in it: column organizations of me.
   */
  roles: {
    /**
     * Format: text
     * @description Its name, such as admin or client.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    code?: string;
    /**
     * Format: text
     * @description What somebody with this role does, in words.
     */
    description?: string;
  };
  /**
   * @description Runs of the analytics engine in one's own organisations.
   *
   * For members. status: loaded, not built yet; published; refused, a check failed and what was published before stays (metadata).
   */
  runs: {
    /**
     * Format: timestamp with time zone
     * @description When something of it was loaded last.
     */
    loaded_at?: string;
    /**
     * Format: bigint
     * @description Lines of its files that were loaded.
     */
    n_lines?: number;
    /**
     * Format: uuid
     * @description Whose run it is: id of organizations.
     *
     * Note:
     * This is a Primary Key.<pk/>
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was published last; null: never.
     */
    published_at?: string;
    /**
     * Format: bigint
     * @description Lines of its files that were not.
     */
    rejected?: number;
    /**
     * Format: text
     * @description Its name; later ones sort behind.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    run_id?: string;
    /**
     * Format: text
     * @description loaded, published or refused.
     */
    status?: string;
  };
  /**
   * @description Rules of the safety barrier: a measured trait below the limit has the effect.
   *
   * For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all.
   */
  safety_rules: {
    /**
     * Format: double precision
     * @description The limit, 0 to 100: a score strictly below it has the effect.
     */
    below?: number;
    /**
     * Format: text
     * @description DISQUALIFIED, HIGH_RISK or ADVISORY.
     */
    effect?: string;
    /**
     * Format: integer
     * @description Identifies the rule.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text[]
     * @description Positions that the rule is for; null: all.
     */
    positions?: string[];
    /**
     * Format: text
     * @description The trait of a profile that it is about.
     */
    trait?: string;
  };
  /**
   * @description Jobs that come round, for administrators; every and is_active can be changed.
   *
   * every: 1 second to 366 days, in days, hours, minutes and seconds. 400 an interval that is none of these.
   */
  schedules: {
    /**
     * Format: interval
     * @description The time from one to the next, 1 second to 366 days.
     */
    every?: string;
    /**
     * Format: boolean
     * @description Whether it comes round.
     */
    is_active?: boolean;
    /**
     * Format: text
     * @description The job that is queued.
     */
    kind?: string;
    /**
     * Format: text
     * @description Its name, which run_now takes.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    name?: string;
    /**
     * Format: timestamp with time zone
     * @description When the next job is queued.
     */
    next_run_at?: string;
  };
  /**
   * @description Where the own account is signed in.
   *
   * address: kept for 90 days; is_current: the one of this request. revoke_session ends one.
   */
  sessions: {
    /**
     * Format: text
     * @description Where it was used last, an IP address; null: not told, or forgotten.
     */
    address?: string;
    /**
     * Format: timestamp with time zone
     * @description When one signed in.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description Identifies the session.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: boolean
     * @description Whether it is the session of this request.
     */
    is_current?: boolean;
    /**
     * Format: timestamp with time zone
     * @description When it was used last.
     */
    last_used_at?: string;
    /**
     * Format: text
     * @description The browser or program, as it names itself; null: not told.
     */
    user_agent?: string;
  };
  /**
   * @description Who works on which signal and how far that is, in one's own organisations.
   *
   * For members; a signal that nobody has acted on has no row, and is new.
   */
  signal_assignments: {
    /**
     * Format: timestamp with time zone
     * @description When it was given to the assignee; null: to nobody yet.
     */
    assigned_at?: string;
    /**
     * Format: uuid
     * @description Who works on it: an account; null: nobody yet, or the account is gone.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    assignee?: string;
    /**
     * Format: text
     * @description The name of who works on it; null as assignee.
     */
    assignee_name?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was closed; null: it is not.
     */
    closed_at?: string;
    /**
     * Format: text
     * @description What people note on the work; null: nothing.
     */
    notes?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was resolved; null: it is not.
     */
    resolved_at?: string;
    /**
     * Format: text
     * @description As what, such as owner; null: not told.
     */
    role_type?: string;
    /**
     * Format: bigint
     * @description The signal: id of signals.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    signal?: number;
    /**
     * Format: timestamp with time zone
     * @description Until then it waits; null: it does not.
     */
    snoozed_until?: string;
    /**
     * Format: timestamp with time zone
     * @description When work began; null: not yet.
     */
    started_at?: string;
    /**
     * Format: text
     * @description new, assigned, in_progress, resolved or closed.
     */
    status?: string;
  };
  /**
   * @description Metrics of one's own organisations, as they are defined now.
   *
   * For members. polarity: lower_is_better, higher_is_better or target_range.
   */
  signal_metrics: {
    /**
     * Format: text
     * @description A part of its domain; null: none.
     */
    category?: string;
    /**
     * Format: text
     * @description What it measures, in words; null: not told.
     */
    description?: string;
    /**
     * Format: text
     * @description The part of quality that it belongs to, such as safety; other where none is told.
     */
    domain?: string;
    /**
     * Format: text
     * @description The metric, as the runs call it.
     */
    metric_id?: string;
    /**
     * Format: text
     * @description Its name for people.
     */
    name?: string;
    /**
     * Format: text
     * @description lower_is_better, higher_is_better or target_range.
     */
    polarity?: string;
    /**
     * Format: text
     * @description Of its values, in a word; null: not told.
     */
    unit?: string;
  };
  /**
   * @description Signals of one's own organisations: what the newest run says of a facility in a metric, and how far the work on it is.
   *
   * For members. PATCH description, why_it_matters; the rest: assign_signal, set_signal_status. status is new where nobody has acted. Errors of
   * a change: 400 a text that is blank or longer than 10,000 characters.
   */
  signals: {
    /**
     * Format: text
     * @description persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more.
     */
    consistency_tier?: string;
    /**
     * Format: double precision
     * @description What the excess costs; null: not told, or no excess.
     */
    cost?: number;
    /**
     * Format: integer
     * @description Since it was detected, until it was resolved.
     */
    days_open?: number;
    /**
     * Format: text
     * @description In people's words; null: nobody has written it.
     */
    description?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was taken over first.
     */
    detected_at?: string;
    /**
     * Format: jsonb
     * @description The other parts of the entity, {id: value}; {}: the facility as a whole.
     */
    dimensions?: unknown;
    /**
     * Format: text
     * @description The part of quality that the metric belongs to; other where none is told.
     */
    domain?: string;
    /**
     * Format: text
     * @description Name of the facility for people; its id where it has none.
     */
    facility?: string;
    /**
     * Format: text
     * @description The facility: facility_id of facilities.
     */
    facility_id?: string;
    /**
     * Format: boolean
     * @description Whether there are nodes below its node.
     */
    has_children?: boolean;
    /**
     * Format: boolean
     * @description Whether there are nodes above its node.
     */
    has_parents?: boolean;
    /**
     * Format: bigint
     * @description Number of the signal, by which people and clients name it.
     */
    id?: number;
    /**
     * Format: text
     * @description critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile.
     */
    magnitude_tier?: string;
    /**
     * Format: text
     * @description Name of the metric for people; its id where it has none.
     */
    metric?: string;
    /**
     * Format: text
     * @description The metric: metric_id of signal_metrics.
     */
    metric_id?: string;
    /**
     * Format: text
     * @description The node, as the runs call it.
     */
    node_id?: string;
    /**
     * Format: uuid
     * @description Whose signal it is: id of organizations.
     */
    organization_id?: string;
    /**
     * Format: double precision
     * @description Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers.
     */
    percentile?: number;
    /**
     * Format: double precision
     * @description Of the slope, over all facilities of the metric (Benjamini and Hochberg).
     */
    q_value?: number;
    /**
     * Format: text
     * @description The newest run that was taken over: run_id of runs.
     */
    run_id?: string;
    /**
     * Format: integer
     * @description 0 to 100, as the newest run says.
     */
    severity?: number;
    /**
     * Format: text
     * @description One of nine, such as emerging_risk, as the newest run says.
     */
    signal_type?: string;
    /**
     * Format: double precision
     * @description Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
     * months.
     */
    slope?: number;
    /**
     * Format: double precision
     * @description Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes.
     */
    slope_percentile?: number;
    /**
     * Format: text
     * @description new, assigned, in_progress, resolved or closed; new where nobody has acted.
     */
    status?: string;
    /**
     * Format: text
     * @description The system of facilities that it belongs to; null: none is told.
     */
    system_name?: string;
    /**
     * Format: text
     * @description rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more.
     */
    trajectory_tier?: string;
    /**
     * Format: double precision
     * @description Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters.
     */
    value?: number;
    /**
     * Format: text
     * @description In people's words, up to 10,000 characters; null: nobody has written it.
     */
    why_it_matters?: string;
    /**
     * Format: double precision
     * @description Among the facilities of the metric; high is bad, whatever the polarity.
     */
    z?: number;
  };
  /**
   * @description Simulations and sensitivity analyses of one's own organisations.
   *
   * For members; PATCH name and DELETE for planners. status: created, running, completed, failed,
   *   cancelled; progress: 0 to 1; job: one of its
   * jobs, for cancel_job, which ends all of them. Read the newest first: order=created_at.desc.
   */
  simulations: {
    /**
     * Format: timestamp with time zone
     * @description When it was asked for.
     */
    created_at?: string;
    /**
     * Format: uuid
     * @description Who asked for it: an account; null: not by a request, or the account is gone.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    created_by?: string;
    /**
     * Format: text
     * @description Why a part failed, if one did.
     */
    error?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was completed; null: not yet.
     */
    finished_at?: string;
    /**
     * Format: uuid
     * @description Identifies the simulation.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: bigint
     * @description One of its jobs: id of jobs; null: none yet.
     */
    job?: number;
    /**
     * Format: text
     * @description simulation or sensitivity.
     */
    model?: string;
    /**
     * Format: text
     * @description As people call it; null: it has no name.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: double precision
     * @description Share of iterations or samples that are done, 0 to 1.
     */
    progress?: number;
    /**
     * Format: timestamp with time zone
     * @description When its first part began; null: not yet.
     */
    started_at?: string;
    /**
     * Format: text
     * @description created, running, completed, failed or cancelled.
     */
    status?: string;
  };
  /**
   * @description The policies by which check_sql judges: their names, and what may be read.
   *
   * For members: those of all (organization_id null), and of one's own organisations, which go before one of all of the same name. relations:
   * what a statement may name; require_limit: most rows; tenant_column: what it is held to.
   */
  sql_policies: {
    /**
     * Format: text
     * @description What it is for, in words; may be empty.
     */
    description?: string;
    /**
     * Format: text
     * @description By which check_sql is asked for it.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose it is: id of organizations; null: of all.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: jsonb
     * @description What a statement may name: relations, or schemas as api.*; null: nothing.
     */
    relations?: unknown;
    /**
     * Format: jsonb
     * @description Most rows that a statement may ask for; null: any number.
     */
    require_limit?: unknown;
    /**
     * Format: text
     * @description The column by which rows are held to the organisation of who asks; null: no proof is asked for.
     */
    tenant_column?: string;
  };
  /**
   * @description Which category each status of a tool stands for.
   *
   * For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
   * or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
   * integration that is not one's own; 409 it is there.
   */
  status_mappings: {
    /**
     * Format: text
     * @description todo, in_progress or done.
     */
    category?: string;
    /**
     * Format: integer
     * @description Of which tool: id of integrations.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    integration?: number;
    /**
     * Format: uuid
     * @description Whose integration it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: text
     * @description The status in the tool's word.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    status?: string;
  };
  /**
   * @description What one has answered.
   *
   * One's own. answers: by position of the item, null where it was not answered.
   */
  submissions: {
    /**
     * Format: smallint[]
     * @description By item position, null where not answered; of a test the number of the option.
     */
    answers?: number[];
    /**
     * Format: bigint
     * @description Number of the submission.
     */
    id?: number;
    /**
     * Format: integer
     * @description To what: id of instruments.
     *
     * Note:
     * This is a Foreign Key to `instruments.id`.<fk table='instruments' column='id'/>
     */
    instrument?: number;
    /**
     * Format: timestamp with time zone
     * @description When one began; null: not known.
     */
    started_at?: string;
    /**
     * Format: timestamp with time zone
     * @description When the answers were handed in.
     */
    submitted_at?: string;
  };
  /**
   * @description Kinds of survey.
   *
   * For anyone signed in: what open_survey takes.
   */
  survey_kinds: {
    /**
     * Format: text
     * @description Its name, such as monthly_pulse or exit_interview.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    kind?: string;
  };
  /**
   * @description Surveys of vessels.
   *
   * For clients of the vessel's employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
   * are those whose closes_at is null or to come.
   */
  surveys: {
    /**
     * Format: boolean
     * @description Whether the person of the request has; null: is not asked.
     */
    answered?: boolean;
    /**
     * Format: timestamp with time zone
     * @description Until then it takes answers; null: open end.
     */
    closes_at?: string;
    /**
     * Format: uuid
     * @description Identifies the survey.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: text
     * @description What it is asked for: kind of survey_kinds.
     *
     * Note:
     * This is a Foreign Key to `survey_kinds.kind`.<fk table='survey_kinds' column='kind'/>
     */
    kind?: string;
    /**
     * Format: timestamp with time zone
     * @description From then on it takes answers.
     */
    opens_at?: string;
    /**
     * Format: uuid
     * @description Whose crew is asked: id of vessels.
     *
     * Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Invites and boarding passes that were issued.
   *
   * For clients, of their campaigns and vessels; the tokens themselves are shown once, when they are made. kind: invite or boarding; used_at:
   * when one for a single use was spent.
   */
  tokens: {
    /**
     * Format: uuid
     * @description Of an invite the campaign: id of campaigns; null: a boarding pass.
     *
     * Note:
     * This is a Foreign Key to `campaigns.id`.<fk table='campaigns' column='id'/>
     */
    campaign?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was made.
     */
    created_at?: string;
    /**
     * Format: timestamp with time zone
     * @description Until then it may be used.
     */
    expires_at?: string;
    /**
     * Format: bigint
     * @description Number of the token.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description invite or boarding.
     */
    kind?: string;
    /**
     * Format: text
     * @description Of a boarding pass the position: name of positions; null: an invite.
     *
     * Note:
     * This is a Foreign Key to `positions.name`.<fk table='positions' column='name'/>
     */
    position?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was taken back; null: it was not.
     */
    revoked_at?: string;
    /**
     * Format: boolean
     * @description Whether its first use spends it; else it is for many.
     */
    single_use?: boolean;
    /**
     * Format: timestamp with time zone
     * @description When one for a single use was spent; null: it is not.
     */
    used_at?: string;
    /**
     * Format: uuid
     * @description Of a boarding pass the vessel: id of vessels; null: an invite.
     *
     * Note:
     * This is a Foreign Key to `vessels.id`.<fk table='vessels' column='id'/>
     */
    vessel?: string;
  };
  /**
   * @description Vessels of one's own employers.
   *
   * For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
   * dashboard. Errors of a change: 400 a blank name, a leadership that is none.
   */
  vessels: {
    /**
     * Format: jsonb
     * @description Demands and resources by name; what is absent is not known.
     */
    environment?: unknown;
    /**
     * Format: uuid
     * @description Identifies the vessel.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: string;
    /**
     * Format: boolean
     * @description Whether it is in service.
     */
    is_active?: boolean;
    /**
     * Format: uuid
     * @description Who leads it: an account; null: nobody is named, or the account is gone.
     *
     * Note:
     * This is a Foreign Key to `accounts.id`.<fk table='accounts' column='id'/>
     */
    leader?: string;
    /**
     * Format: jsonb
     * @description How the vessel is led; null: as the leader's profile says.
     */
    leadership?: unknown;
    /**
     * Format: text
     * @description As people call it, up to 200 characters.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose vessel it is: id of organizations.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization?: string;
    /**
     * Format: timestamp with time zone
     * @description When what the dashboard shows changed last.
     */
    snapshot_updated_at?: string;
    /**
     * Format: boolean
     * @description Whether the mood aboard was lower than vessels of the fleet usually differ.
     */
    toxicity_flag?: boolean;
  };
  /**
   * @description Work items of one's own organisations: stories, defects, tasks.
   *
   * For members. POST project (its code), external_id, type, team, title, points, status, created_at; PATCH type, team, title, points, status;
   * DELETE. A status is entered now. What load_records or an integration has brought is changed by that alone. Errors: 400 no such project, a
   * status that is none, a text that is blank or longer than 500 characters, points or a time that cannot be; 409 it was loaded, the external_id
   * is there. Read it by pages: order=id.desc&id=lt.N.
   */
  work_items: {
    /**
     * Format: timestamp with time zone
     * @description When it was created.
     */
    created_at?: string;
    /**
     * Format: timestamp with time zone
     * @description When it was last done; null where it is not.
     */
    done_at?: string;
    /**
     * Format: text
     * @description Its id in the tool.
     */
    external_id?: string;
    /**
     * Format: bigint
     * @description Number of the work item here.
     */
    id?: number;
    /**
     * Format: double precision
     * @description How large it is, 0 or more, in the team's own points; null: not estimated.
     */
    points?: number;
    /**
     * Format: text
     * @description Code of the project.
     */
    project?: string;
    /**
     * Format: text
     * @description todo, in_progress, done.
     */
    status?: string;
    /**
     * Format: text
     * @description Name of the team that does it; null: not told.
     */
    team?: string;
    /**
     * Format: text
     * @description What it is, in words; null: not told.
     */
    title?: string;
    /**
     * Format: text
     * @description story, defect, task or another word; null: not told.
     */
    type?: string;
  };
  /**
   * @description What roles do: tasks in their order, those of one's own organisations, and the defaults, which have none.
   *
   * For members; POST, PATCH and DELETE of one's own for planners. A role's times must sum to 1 when a simulation starts. Errors: 400 a
   *   skill or
   * time out of 0 to 1; 403 not a planner, a default; 409 the position is taken.
   */
  workloads: {
    /**
     * Format: boolean
     * @description Whether it can be automated at all.
     */
    automatable?: boolean;
    /**
     * Format: integer
     * @description Identifies the task.
     *
     * Note:
     * This is a Primary Key.<pk/>
     */
    id?: number;
    /**
     * Format: text
     * @description The task in words.
     */
    name?: string;
    /**
     * Format: uuid
     * @description Whose it is: id of organizations; null: a default of all.
     *
     * Note:
     * This is a Foreign Key to `organizations.id`.<fk table='organizations' column='id'/>
     */
    organization_id?: string;
    /**
     * Format: integer
     * @description Place of the task in its role, 1 to 1000.
     */
    position?: number;
    /**
     * Format: text
     * @description The role that does it.
     */
    role?: string;
    /**
     * Format: double precision
     * @description 0 to 1: what is to be learnt before the task is automated.
     */
    skill?: number;
    /**
     * Format: double precision
     * @description Share of the role's time, 0 to 1.
     */
    time?: number;
  };
}

export interface parameters {
  /** @description accounts */
  "body.accounts": definitions["accounts"];
  /** @description anomalies */
  "body.anomalies": definitions["anomalies"];
  /** @description answers */
  "body.answers": definitions["answers"];
  /** @description assignments */
  "body.assignments": definitions["assignments"];
  /** @description audit_events */
  "body.audit_events": definitions["audit_events"];
  /** @description benchmarks */
  "body.benchmarks": definitions["benchmarks"];
  /** @description blocks */
  "body.blocks": definitions["blocks"];
  /** @description calibration */
  "body.calibration": definitions["calibration"];
  /** @description campaigns */
  "body.campaigns": definitions["campaigns"];
  /** @description consents */
  "body.consents": definitions["consents"];
  /** @description declared_groups */
  "body.declared_groups": definitions["declared_groups"];
  /** @description documents */
  "body.documents": definitions["documents"];
  /** @description experiments */
  "body.experiments": definitions["experiments"];
  /** @description facilities */
  "body.facilities": definitions["facilities"];
  /** @description filters */
  "body.filters": definitions["filters"];
  /** @description import_batches */
  "body.import_batches": definitions["import_batches"];
  /** @description import_rejects */
  "body.import_rejects": definitions["import_rejects"];
  /** @description instruments */
  "body.instruments": definitions["instruments"];
  /** @description integrations */
  "body.integrations": definitions["integrations"];
  /** @description items */
  "body.items": definitions["items"];
  /** @description jobs */
  "body.jobs": definitions["jobs"];
  /** @description learning_memory */
  "body.learning_memory": definitions["learning_memory"];
  /** @description matches */
  "body.matches": definitions["matches"];
  /** @description me */
  "body.me": definitions["me"];
  /** @description metric_values */
  "body.metric_values": definitions["metric_values"];
  /** @description model_versions */
  "body.model_versions": definitions["model_versions"];
  /** @description narratives */
  "body.narratives": definitions["narratives"];
  /** @description norms */
  "body.norms": definitions["norms"];
  /** @description notifications */
  "body.notifications": definitions["notifications"];
  /** @description organizations */
  "body.organizations": definitions["organizations"];
  /** @description phases */
  "body.phases": definitions["phases"];
  /** @description photos */
  "body.photos": definitions["photos"];
  /** @description positions */
  "body.positions": definitions["positions"];
  /** @description predictions */
  "body.predictions": definitions["predictions"];
  /** @description profile */
  "body.profile": definitions["profile"];
  /** @description projects */
  "body.projects": definitions["projects"];
  /** @description pull_requests */
  "body.pull_requests": definitions["pull_requests"];
  /** @description pulses */
  "body.pulses": definitions["pulses"];
  /** @description raw_records */
  "body.raw_records": definitions["raw_records"];
  /** @description results */
  "body.results": definitions["results"];
  /** @description roles */
  "body.roles": definitions["roles"];
  /** @description runs */
  "body.runs": definitions["runs"];
  /** @description safety_rules */
  "body.safety_rules": definitions["safety_rules"];
  /** @description schedules */
  "body.schedules": definitions["schedules"];
  /** @description sessions */
  "body.sessions": definitions["sessions"];
  /** @description signal_assignments */
  "body.signal_assignments": definitions["signal_assignments"];
  /** @description signal_metrics */
  "body.signal_metrics": definitions["signal_metrics"];
  /** @description signals */
  "body.signals": definitions["signals"];
  /** @description simulations */
  "body.simulations": definitions["simulations"];
  /** @description sql_policies */
  "body.sql_policies": definitions["sql_policies"];
  /** @description status_mappings */
  "body.status_mappings": definitions["status_mappings"];
  /** @description submissions */
  "body.submissions": definitions["submissions"];
  /** @description survey_kinds */
  "body.survey_kinds": definitions["survey_kinds"];
  /** @description surveys */
  "body.surveys": definitions["surveys"];
  /** @description tokens */
  "body.tokens": definitions["tokens"];
  /** @description vessels */
  "body.vessels": definitions["vessels"];
  /** @description work_items */
  "body.work_items": definitions["work_items"];
  /** @description workloads */
  "body.workloads": definitions["workloads"];
  /** @description Limiting and Pagination */
  limit: string;
  /** @description Limiting and Pagination */
  offset: string;
  /** @description On Conflict */
  on_conflict: string;
  /** @description Ordering */
  order: string;
  /**
   * @description Preference
   * @enum {string}
   */
  preferCount: "count=none";
  /**
   * @description Preference
   * @enum {string}
   */
  preferParams: "params=single-object";
  /**
   * @description Preference
   * @enum {string}
   */
  preferPost:
    | "return=representation"
    | "return=minimal"
    | "return=none"
    | "resolution=ignore-duplicates"
    | "resolution=merge-duplicates";
  /**
   * @description Preference
   * @enum {string}
   */
  preferReturn: "return=representation" | "return=minimal" | "return=none";
  /** @description Limiting and Pagination */
  range: string;
  /**
   * @description Limiting and Pagination
   * @default items
   */
  rangeUnit: string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.accounts.created_at": string;
  /**
   * Format: text
   * @description Its e-mail address, unique without regard to case.
   */
  "rowFilter.accounts.email": string;
  /**
   * Format: text
   * @description As the person writes it; empty: not told.
   */
  "rowFilter.accounts.full_name": string;
  /**
   * Format: uuid
   * @description Identifies the account.
   */
  "rowFilter.accounts.id": string;
  /**
   * Format: boolean
   * @description Whether it may sign in.
   */
  "rowFilter.accounts.is_active": string;
  /**
   * Format: boolean
   * @description Whether an administrator has verified who it is.
   */
  "rowFilter.accounts.is_verified": string;
  /**
   * Format: timestamp with time zone
   * @description When it signed in last; null: never.
   */
  "rowFilter.accounts.last_login_at": string;
  /**
   * Format: text
   * @description Where the person is, in own words; null: not told.
   */
  "rowFilter.accounts.location": string;
  /**
   * Format: jsonb
   * @description For which it acts: [{id, name, role}].
   */
  "rowFilter.accounts.organizations": string;
  /**
   * Format: text
   * @description As the person writes it; null: not told.
   */
  "rowFilter.accounts.phone": string;
  /**
   * Format: text[]
   * @description Roles everywhere, such as admin: codes of roles.
   */
  "rowFilter.accounts.roles": string;
  /**
   * Format: timestamp with time zone
   * @description When somebody acknowledged it; null: it is open.
   */
  "rowFilter.anomalies.acknowledged_at": string;
  /**
   * Format: uuid
   * @description Who did: an account; null: nobody, or the account is gone.
   */
  "rowFilter.anomalies.acknowledged_by": string;
  /**
   * Format: text
   * @description The name of who acknowledged it; null: nobody, or the account is gone.
   */
  "rowFilter.anomalies.acknowledged_by_name": string;
  /**
   * Format: timestamp with time zone
   * @description When the value was measured.
   */
  "rowFilter.anomalies.at": string;
  /**
   * Format: double precision
   * @description The median of the series, or of its hour of the week.
   */
  "rowFilter.anomalies.expected": string;
  /**
   * Format: bigint
   * @description Identifies the anomaly.
   */
  "rowFilter.anomalies.id": string;
  /**
   * Format: text
   * @description Name of the series.
   */
  "rowFilter.anomalies.metric": string;
  /**
   * Format: text
   * @description The model whose series it is; empty: none's.
   */
  "rowFilter.anomalies.model": string;
  /**
   * Format: text
   * @description What was said then; null: nothing.
   */
  "rowFilter.anomalies.note": string;
  /**
   * Format: timestamp with time zone
   * @description When it was found.
   */
  "rowFilter.anomalies.opened_at": string;
  /**
   * Format: uuid
   * @description Whose series it is in: id of organizations.
   */
  "rowFilter.anomalies.organization_id": string;
  /**
   * Format: text
   * @description low, medium, high or critical.
   */
  "rowFilter.anomalies.severity": string;
  /**
   * Format: text
   * @description open or acknowledged.
   */
  "rowFilter.anomalies.status": string;
  /**
   * Format: double precision
   * @description The value, in the unit of the series.
   */
  "rowFilter.anomalies.value": string;
  /**
   * Format: double precision
   * @description How far the value is off, in robust standard deviations.
   */
  "rowFilter.anomalies.z": string;
  /**
   * Format: text
   * @description yes or no.
   */
  "rowFilter.answers.answer": string;
  /**
   * Format: timestamp with time zone
   * @description When it was said, or corrected last.
   */
  "rowFilter.answers.answered_at": string;
  /**
   * Format: text
   * @description What the other is called, by own choice.
   */
  "rowFilter.answers.display_name": string;
  /**
   * Format: uuid
   * @description About whom: as in discover and matches.
   */
  "rowFilter.answers.person": string;
  /**
   * Format: date
   * @description Last day aboard, in UTC; null: still aboard, or not told.
   */
  "rowFilter.assignments.ended_on": string;
  /**
   * Format: bigint
   * @description Identifies the assignment.
   */
  "rowFilter.assignments.id": string;
  /**
   * Format: uuid
   * @description Who serves: an account.
   */
  "rowFilter.assignments.person": string;
  /**
   * Format: text
   * @description As what: name of positions.
   */
  "rowFilter.assignments.position": string;
  /**
   * Format: date
   * @description First day aboard, in UTC.
   */
  "rowFilter.assignments.started_on": string;
  /**
   * Format: text
   * @description active, ended or declared.
   */
  "rowFilter.assignments.status": string;
  /**
   * Format: uuid
   * @description Where: id of vessels; null: a declared experience.
   */
  "rowFilter.assignments.vessel": string;
  /**
   * Format: text
   * @description Name of the vessel.
   */
  "rowFilter.assignments.vessel_name": string;
  /**
   * Format: text
   * @description What was done, such as role.granted.
   */
  "rowFilter.audit_events.action": string;
  /**
   * Format: uuid
   * @description Who did it: an account; null: work outside of requests.
   */
  "rowFilter.audit_events.actor_id": string;
  /**
   * Format: jsonb
   * @description What else is to be known of the act, by name.
   */
  "rowFilter.audit_events.details": string;
  /**
   * Format: timestamp with time zone
   * @description When the act began.
   */
  "rowFilter.audit_events.happened_at": string;
  /**
   * Format: bigint
   * @description Number of the event.
   */
  "rowFilter.audit_events.id": string;
  /**
   * Format: text
   * @description To what, as relation/key.
   */
  "rowFilter.audit_events.object": string;
  /**
   * Format: double precision
   * @description How much of it, 0 to 100.
   */
  "rowFilter.benchmarks.benchmark": string;
  /**
   * Format: text
   * @description high, low or moderate; null: the trait's own.
   */
  "rowFilter.benchmarks.polarity": string;
  /**
   * Format: text
   * @description The position: name of positions.
   */
  "rowFilter.benchmarks.position": string;
  /**
   * Format: text
   * @description What it asks for, such as conscientiousness.
   */
  "rowFilter.benchmarks.trait": string;
  /**
   * Format: timestamp with time zone
   * @description When.
   */
  "rowFilter.blocks.blocked_at": string;
  /**
   * Format: text
   * @description What the other is called, by own choice.
   */
  "rowFilter.blocks.display_name": string;
  /**
   * Format: uuid
   * @description Whom one has blocked.
   */
  "rowFilter.blocks.person": string;
  /**
   * Format: boolean
   * @description Whether the taste could be learnt.
   */
  "rowFilter.calibration.calibration_complete": string;
  /**
   * Format: double precision
   * @description How far off a rating is that is foretold from the others, in units of a rating; null: no taste could be learnt.
   */
  "rowFilter.calibration.loo_rmse": string;
  /**
   * Format: text
   * @description Name and version of the net that made the embeddings; null: too few people.
   */
  "rowFilter.calibration.model": string;
  /**
   * Format: date
   * @description First day of the month (UTC) in which it was learnt last; null: too few people.
   */
  "rowFilter.calibration.month": string;
  /**
   * Format: integer
   * @description Rated photos that the taste is learnt from.
   */
  "rowFilter.calibration.n": string;
  /**
   * Format: uuid
   * @description Random name of the person.
   */
  "rowFilter.calibration.pseudonym": string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.campaigns.created_at": string;
  /**
   * Format: uuid
   * @description Identifies the campaign.
   */
  "rowFilter.campaigns.id": string;
  /**
   * Format: uuid
   * @description The employer: id of organizations.
   */
  "rowFilter.campaigns.organization": string;
  /**
   * Format: text
   * @description What is looked for: name of positions.
   */
  "rowFilter.campaigns.position": string;
  /**
   * Format: text
   * @description draft, open, closed, archived.
   */
  "rowFilter.campaigns.status": string;
  /**
   * Format: text
   * @description As candidates are shown it, up to 300 characters.
   */
  "rowFilter.campaigns.title": string;
  /**
   * Format: uuid
   * @description The vessel that somebody is looked for: id of vessels.
   */
  "rowFilter.campaigns.vessel": string;
  /**
   * Format: text
   * @description Name of the vessel.
   */
  "rowFilter.campaigns.vessel_name": string;
  /**
   * Format: timestamp with time zone
   * @description When it was given.
   */
  "rowFilter.consents.given_at": string;
  /**
   * Format: text
   * @description visual, personality, genetic or research.
   */
  "rowFilter.consents.kind": string;
  /**
   * Format: text
   * @description The words that were agreed to.
   */
  "rowFilter.consents.purpose": string;
  /**
   * Format: text
   * @description Their version.
   */
  "rowFilter.consents.text_version": string;
  /**
   * Format: timestamp with time zone
   * @description When it was withdrawn; null: it is live.
   */
  "rowFilter.consents.withdrawn_at": string;
  /**
   * Format: text
   * @description What the group is one of, such as age_band, up to 100 characters.
   */
  "rowFilter.declared_groups.attribute": string;
  /**
   * Format: text
   * @description The group that one belongs to, up to 100 characters.
   */
  "rowFilter.declared_groups.group_name": string;
  /**
   * Format: timestamp with time zone
   * @description When it was planned.
   */
  "rowFilter.documents.created_at": string;
  /**
   * Format: date
   * @description What it says is good until then; null: not told.
   */
  "rowFilter.documents.expires_on": string;
  /**
   * Format: jsonb
   * @description What was read in a picture: {text, fields, confidence}; null: nothing.
   */
  "rowFilter.documents.extracted": string;
  /**
   * Format: text
   * @description The name under which it is saved.
   */
  "rowFilter.documents.file_name": string;
  /**
   * Format: uuid
   * @description Identifies the document.
   */
  "rowFilter.documents.id": string;
  /**
   * Format: text
   * @description What it is of, such as certificate, cv or photo.
   */
  "rowFilter.documents.kind": string;
  /**
   * Format: boolean
   * @description Whether it is kept whatever happens.
   */
  "rowFilter.documents.legal_hold": string;
  /**
   * Format: text
   * @description What its bytes are, such as application/pdf.
   */
  "rowFilter.documents.media_type": string;
  /**
   * Format: uuid
   * @description Whose it is: an account.
   */
  "rowFilter.documents.owner_id": string;
  /**
   * Format: text
   * @description Why it is in quarantine; null: it is not.
   */
  "rowFilter.documents.problem": string;
  /**
   * Format: text
   * @description SHA-256 of the bytes, in hexadecimal digits; null: not known yet.
   */
  "rowFilter.documents.sha256": string;
  /**
   * Format: bigint
   * @description Bytes.
   */
  "rowFilter.documents.size": string;
  /**
   * Format: text
   * @description planned, uploading, checking, ready, quarantined, aborted or deleted.
   */
  "rowFilter.documents.status": string;
  /**
   * Format: text
   * @description Where its bytes are kept: database or s3.
   */
  "rowFilter.documents.storage": string;
  /**
   * Format: text
   * @description As its owner calls it, 1 to 200 characters.
   */
  "rowFilter.documents.title": string;
  /**
   * Format: timestamp with time zone
   * @description When an administrator verified it; null: not verified.
   */
  "rowFilter.documents.verified_at": string;
  /**
   * Format: text
   * @description When it was made, in the words of the run; null: not told.
   */
  "rowFilter.experiments.created_at": string;
  /**
   * Format: text
   * @description Name of the experiment, as the run tells it.
   */
  "rowFilter.experiments.experiment": string;
  /**
   * Format: text
   * @description The metric: metric_id of signal_metrics.
   */
  "rowFilter.experiments.metric_id": string;
  /**
   * Format: uuid
   * @description Whose run it is: id of organizations.
   */
  "rowFilter.experiments.organization_id": string;
  /**
   * Format: text
   * @description The run: run_id of runs.
   */
  "rowFilter.experiments.run_id": string;
  /**
   * Format: jsonb
   * @description An object of scores by name, as the run tells it.
   */
  "rowFilter.experiments.scores": string;
  /**
   * Format: double precision
   * @description Of the newest run of the row; null: not told.
   */
  "rowFilter.facilities.encounters": string;
  /**
   * Format: text
   * @description The facility, as the runs call it.
   */
  "rowFilter.facilities.facility_id": string;
  /**
   * Format: text
   * @description Its name for people.
   */
  "rowFilter.facilities.name": string;
  /**
   * Format: uuid
   * @description Whose facility it is: id of organizations.
   */
  "rowFilter.facilities.organization_id": string;
  /**
   * Format: text
   * @description The system of facilities that it belongs to; null: none is told.
   */
  "rowFilter.facilities.system_name": string;
  /**
   * Format: text
   * @description The first run that says so: run_id of runs.
   */
  "rowFilter.facilities.valid_from": string;
  /**
   * Format: text
   * @description The first run that says otherwise; null: none does.
   */
  "rowFilter.facilities.valid_to": string;
  /**
   * Format: integer
   * @description The youngest age that one seeks, 18 to 120; null: any.
   */
  "rowFilter.filters.age_from": string;
  /**
   * Format: integer
   * @description The oldest age that one seeks, 18 to 120; null: any.
   */
  "rowFilter.filters.age_to": string;
  /**
   * Format: date
   * @description Date of birth; null: not told.
   */
  "rowFilter.filters.born_on": string;
  /**
   * Format: text
   * @description What others are told; null: the first word of one's name.
   */
  "rowFilter.filters.display_name": string;
  /**
   * Format: text
   * @description By own account, a word in small letters; null: not told.
   */
  "rowFilter.filters.gender": string;
  /**
   * Format: boolean
   * @description false: shown to nobody, and shown nobody.
   */
  "rowFilter.filters.is_active": string;
  /**
   * Format: double precision
   * @description Degrees north, to a tenth; null: no place was told.
   */
  "rowFilter.filters.latitude": string;
  /**
   * Format: double precision
   * @description Degrees east, to a tenth; null: no place was told.
   */
  "rowFilter.filters.longitude": string;
  /**
   * Format: double precision
   * @description How far away another may be, 1 to 20100 km; null: any distance.
   */
  "rowFilter.filters.most_km": string;
  /**
   * Format: text[]
   * @description Genders; empty: any.
   */
  "rowFilter.filters.seeks": string;
  /**
   * Format: timestamp with time zone
   * @description When it was checked or applied.
   */
  "rowFilter.import_batches.created_at": string;
  /**
   * Format: uuid
   * @description Who asked for it: an account; null: not by a request, or the account is gone.
   */
  "rowFilter.import_batches.created_by": string;
  /**
   * Format: bigint
   * @description Identifies the import.
   */
  "rowFilter.import_batches.id": string;
  /**
   * Format: integer
   * @description To what was answered: id of instruments.
   */
  "rowFilter.import_batches.instrument": string;
  /**
   * Format: jsonb
   * @description Where what stands in the file, with what its preset says.
   */
  "rowFilter.import_batches.mapping": string;
  /**
   * Format: jsonb
   * @description Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}.
   */
  "rowFilter.import_batches.report": string;
  /**
   * Format: text
   * @description wide, a response a row, or long, an answer a row.
   */
  "rowFilter.import_batches.shape": string;
  /**
   * Format: text
   * @description The system that gave the ids of people and responses; may be empty.
   */
  "rowFilter.import_batches.source": string;
  /**
   * Format: text
   * @description checked, applied or undone.
   */
  "rowFilter.import_batches.status": string;
  /**
   * Format: bigint
   * @description The import: id of import_batches.
   */
  "rowFilter.import_rejects.batch": string;
  /**
   * Format: text
   * @description Of a cell: its column in the file; null: of the row as a whole.
   */
  "rowFilter.import_rejects.column": string;
  /**
   * Format: bigint
   * @description Number of the reject.
   */
  "rowFilter.import_rejects.id": string;
  /**
   * Format: text
   * @description Of a cell: the item's code, else its position; null: of no item.
   */
  "rowFilter.import_rejects.item": string;
  /**
   * Format: bigint
   * @description Where the row starts in the file, from 1; null: not of a file with lines.
   */
  "rowFilter.import_rejects.line": string;
  /**
   * Format: text
   * @description As the file names the person; null: it does not.
   */
  "rowFilter.import_rejects.person": string;
  /**
   * Format: uuid
   * @description The account of that person; null: none was found.
   */
  "rowFilter.import_rejects.person_id": string;
  /**
   * Format: text
   * @description Why it was not taken, by its code, such as bad_person.
   */
  "rowFilter.import_rejects.reason": string;
  /**
   * Format: bigint
   * @description Row of the file, from 1; of long data the response's first.
   */
  "rowFilter.import_rejects.row": string;
  /**
   * Format: text
   * @description Of a cell: what stood there, its first 200 characters; null: of the row as a whole.
   */
  "rowFilter.import_rejects.value": string;
  /**
   * Format: boolean
   * @description Whether it is a test that chooses its items by the answers (begin_test).
   */
  "rowFilter.instruments.adaptive": string;
  /**
   * Format: integer
   * @description How often one may still begin it; null: that is not counted.
   */
  "rowFilter.instruments.attempts_left": string;
  /**
   * Format: text
   * @description Short name, the same in all versions.
   */
  "rowFilter.instruments.code": string;
  /**
   * Format: integer
   * @description Identifies this version of the instrument.
   */
  "rowFilter.instruments.id": string;
  /**
   * Format: text
   * @description What people read before they answer; may be empty.
   */
  "rowFilter.instruments.instructions": string;
  /**
   * Format: boolean
   * @description Whether it takes answers.
   */
  "rowFilter.instruments.is_active": string;
  /**
   * Format: integer
   * @description Number of items.
   */
  "rowFilter.instruments.items": string;
  /**
   * Format: text
   * @description likert, cognitive or forced_choice.
   */
  "rowFilter.instruments.kind": string;
  /**
   * Format: text
   * @description Of its texts, as BCP 47 writes it.
   */
  "rowFilter.instruments.language": string;
  /**
   * Format: text
   * @description As people are shown it.
   */
  "rowFilter.instruments.name": string;
  /**
   * Format: boolean
   * @description Whether one has begun it and not ended it.
   */
  "rowFilter.instruments.running": string;
  /**
   * Format: smallint
   * @description The highest answer of an item.
   */
  "rowFilter.instruments.scale_max": string;
  /**
   * Format: smallint
   * @description The lowest answer of an item.
   */
  "rowFilter.instruments.scale_min": string;
  /**
   * Format: integer
   * @description From 1.
   */
  "rowFilter.instruments.version": string;
  /**
   * Format: integer
   * @description Identifies the integration.
   */
  "rowFilter.integrations.id": string;
  /**
   * Format: boolean
   * @description Whether it is fetched from.
   */
  "rowFilter.integrations.is_active": string;
  /**
   * Format: text
   * @description The tool: github and jira are fetched, others are extracted by the site.
   */
  "rowFilter.integrations.kind": string;
  /**
   * Format: text
   * @description Why nothing came at the last try; null where all is well.
   */
  "rowFilter.integrations.last_error": string;
  /**
   * Format: timestamp with time zone
   * @description When it was fetched, or its records were transformed, last; null: never.
   */
  "rowFilter.integrations.last_run_at": string;
  /**
   * Format: text
   * @description As people call it, unique in the organisation.
   */
  "rowFilter.integrations.name": string;
  /**
   * Format: uuid
   * @description Whose it is: id of organizations.
   */
  "rowFilter.integrations.organization_id": string;
  /**
   * Format: jsonb
   * @description What is to be known of the tool, such as addresses and names of projects; no secrets.
   */
  "rowFilter.integrations.settings": string;
  /**
   * Format: integer
   * @description The instrument: id of instruments.
   */
  "rowFilter.items.instrument": string;
  /**
   * Format: jsonb
   * @description Of a test the options, chosen among by number from 1; null: a rating on the scale.
   */
  "rowFilter.items.options": string;
  /**
   * Format: integer
   * @description Place in the instrument, from 1.
   */
  "rowFilter.items.position": string;
  /**
   * Format: text
   * @description Of a forced choice the right statement; null: another kind.
   */
  "rowFilter.items.right_text": string;
  /**
   * Format: text
   * @description The statement or task as it is shown; of a forced choice the left statement.
   */
  "rowFilter.items.text": string;
  /**
   * Format: integer
   * @description Number of attempts, those before a retry not counted.
   */
  "rowFilter.jobs.attempt": string;
  /**
   * Format: uuid
   * @description What was asked for together; null: it was asked for alone.
   */
  "rowFilter.jobs.batch_id": string;
  /**
   * Format: timestamp with time zone
   * @description When it was asked for.
   */
  "rowFilter.jobs.created_at": string;
  /**
   * Format: text
   * @description Why the last attempt failed; null: none has.
   */
  "rowFilter.jobs.error": string;
  /**
   * Format: timestamp with time zone
   * @description When it ended; null: not yet.
   */
  "rowFilter.jobs.finished_at": string;
  /**
   * Format: bigint
   * @description Number of the job.
   */
  "rowFilter.jobs.id": string;
  /**
   * Format: text
   * @description What is to be done, such as platform.report.
   */
  "rowFilter.jobs.kind": string;
  /**
   * Format: text
   * @description What is said of its progress, in words; null: nothing.
   */
  "rowFilter.jobs.message": string;
  /**
   * Format: integer
   * @description 0 to 9; each step counts like a minute of waiting.
   */
  "rowFilter.jobs.priority": string;
  /**
   * Format: double precision
   * @description How far it is, 0 to 1; null: not told.
   */
  "rowFilter.jobs.progress": string;
  /**
   * Format: jsonb
   * @description What a job that is done gave; null: nothing, or not done.
   */
  "rowFilter.jobs.result": string;
  /**
   * Format: timestamp with time zone
   * @description Not before this it runs.
   */
  "rowFilter.jobs.run_at": string;
  /**
   * Format: timestamp with time zone
   * @description When its newest attempt began; null: none has.
   */
  "rowFilter.jobs.started_at": string;
  /**
   * Format: text
   * @description queued, running, done, failed or cancelled.
   */
  "rowFilter.jobs.status": string;
  /**
   * Format: double precision
   * @description (successes + 1)/(successes + failures + 2), 0 to 1.
   */
  "rowFilter.learning_memory.confidence": string;
  /**
   * Format: text
   * @description What was written in its place; null: the statement itself was judged.
   */
  "rowFilter.learning_memory.correction": string;
  /**
   * Format: text
   * @description The first two characters of the SQLSTATE; 00: it was no error.
   */
  "rowFilter.learning_memory.error_class": string;
  /**
   * Format: integer
   * @description How often it did not.
   */
  "rowFilter.learning_memory.failures": string;
  /**
   * Format: bigint
   * @description Number of the row.
   */
  "rowFilter.learning_memory.id": string;
  /**
   * Format: text
   * @description The known phrases of the question that the statement was to answer; empty: none.
   */
  "rowFilter.learning_memory.intent": string;
  /**
   * Format: timestamp with time zone
   * @description When it was seen last.
   */
  "rowFilter.learning_memory.last_seen_at": string;
  /**
   * Format: uuid
   * @description Who learnt it: id of organizations.
   */
  "rowFilter.learning_memory.organization_id": string;
  /**
   * Format: text
   * @description How the statement failed; 00000: it was no error.
   */
  "rowFilter.learning_memory.sqlstate": string;
  /**
   * Format: text
   * @description The statement, with $1, $2, ... for constants.
   */
  "rowFilter.learning_memory.statement": string;
  /**
   * Format: integer
   * @description How often it helped.
   */
  "rowFilter.learning_memory.successes": string;
  /**
   * Format: text
   * @description low, middle or high; null: not measured, or one's own phase is not complete.
   */
  "rowFilter.matches.biological": string;
  /**
   * Format: timestamp with time zone
   * @description When it was scored.
   */
  "rowFilter.matches.computed_at": string;
  /**
   * Format: text
   * @description What the other is called, by own choice.
   */
  "rowFilter.matches.display_name": string;
  /**
   * Format: bigint
   * @description Identifies the pair.
   */
  "rowFilter.matches.id": string;
  /**
   * Format: text[]
   * @description Phases that were not measured: visual, personality, biological.
   */
  "rowFilter.matches.missing": string;
  /**
   * Format: text
   * @description Version of the model that it was scored by.
   */
  "rowFilter.matches.model": string;
  /**
   * Format: uuid
   * @description The other.
   */
  "rowFilter.matches.person": string;
  /**
   * Format: integer
   * @description Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one's own phase is not complete.
   */
  "rowFilter.matches.personality": string;
  /**
   * Format: integer
   * @description Of the pair, 0 to 100, in whole numbers; null: not measured.
   */
  "rowFilter.matches.score": string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.me.created_at": string;
  /**
   * Format: text
   * @description Its e-mail address, unique without regard to case.
   */
  "rowFilter.me.email": string;
  /**
   * Format: text
   * @description As the person writes it; empty: not told.
   */
  "rowFilter.me.full_name": string;
  /**
   * Format: uuid
   * @description Identifies the account.
   */
  "rowFilter.me.id": string;
  /**
   * Format: boolean
   * @description Whether an administrator has verified who it is.
   */
  "rowFilter.me.is_verified": string;
  /**
   * Format: timestamp with time zone
   * @description When it signed in last; null: never.
   */
  "rowFilter.me.last_login_at": string;
  /**
   * Format: text
   * @description Where the person is, in own words; null: not told.
   */
  "rowFilter.me.location": string;
  /**
   * Format: jsonb
   * @description For which it acts: [{id, name, role}].
   */
  "rowFilter.me.organizations": string;
  /**
   * Format: text
   * @description As the person writes it; null: not told.
   */
  "rowFilter.me.phone": string;
  /**
   * Format: text[]
   * @description Roles everywhere, such as admin: codes of roles.
   */
  "rowFilter.me.roles": string;
  /**
   * Format: timestamp with time zone
   * @description When it was measured, or the time that it is about.
   */
  "rowFilter.metric_values.at": string;
  /**
   * Format: text
   * @description Name of the series.
   */
  "rowFilter.metric_values.metric": string;
  /**
   * Format: text
   * @description The model whose series it is; empty: none's.
   */
  "rowFilter.metric_values.model": string;
  /**
   * Format: uuid
   * @description Whose series it is: id of organizations.
   */
  "rowFilter.metric_values.organization_id": string;
  /**
   * Format: double precision
   * @description The value, in the unit of the series.
   */
  "rowFilter.metric_values.value": string;
  /**
   * Format: timestamp with time zone
   * @description When it was stored.
   */
  "rowFilter.model_versions.created_at": string;
  /**
   * Format: double precision
   * @description R squared on vessels that the fit has not seen; null: it was not fitted.
   */
  "rowFilter.model_versions.cross_validated_r_squared": string;
  /**
   * Format: boolean
   * @description Whether it is the one that predicts.
   */
  "rowFilter.model_versions.is_active": string;
  /**
   * Format: bigint
   * @description Hires that it was learnt from, in whole tens; null: it was not fitted.
   */
  "rowFilter.model_versions.n": string;
  /**
   * Format: text
   * @description shipped, manual, or retrain, learnt from outcomes.
   */
  "rowFilter.model_versions.origin": string;
  /**
   * Format: double precision
   * @description R squared of the fit; null: it was not fitted.
   */
  "rowFilter.model_versions.r_squared": string;
  /**
   * Format: text
   * @description Name of the version.
   */
  "rowFilter.model_versions.version": string;
  /**
   * Format: text
   * @description Its name for people; null: not told.
   */
  "rowFilter.narratives.facility": string;
  /**
   * Format: text
   * @description The facility, as the run calls it.
   */
  "rowFilter.narratives.facility_id": string;
  /**
   * Format: text
   * @description When it was written, in the words of the run; null: not told.
   */
  "rowFilter.narratives.generated_at": string;
  /**
   * Format: uuid
   * @description Whose run it is: id of organizations.
   */
  "rowFilter.narratives.organization_id": string;
  /**
   * Format: text
   * @description The run: run_id of runs.
   */
  "rowFilter.narratives.run_id": string;
  /**
   * Format: jsonb
   * @description {metric, value, segments, up, down}: up and down count the segments that drive the value so.
   */
  "rowFilter.narratives.summary": string;
  /**
   * Format: integer
   * @description Whose scores they are: id of instruments.
   */
  "rowFilter.norms.instrument": string;
  /**
   * Format: double precision
   * @description Mean of the score, 0 to 100.
   */
  "rowFilter.norms.mean": string;
  /**
   * Format: bigint
   * @description People behind it, 30 at least.
   */
  "rowFilter.norms.n": string;
  /**
   * Format: text
   * @description Name of the population.
   */
  "rowFilter.norms.population": string;
  /**
   * Format: double precision
   * @description Cronbach's alpha of the scale in the population; null: not known.
   */
  "rowFilter.norms.reliability": string;
  /**
   * Format: double precision
   * @description Standard deviation of the score, in its points.
   */
  "rowFilter.norms.sd": string;
  /**
   * Format: text
   * @description The trait, such as conscientiousness.
   */
  "rowFilter.norms.trait": string;
  /**
   * Format: integer
   * @description How often sending was tried.
   */
  "rowFilter.notifications.attempts": string;
  /**
   * Format: timestamp with time zone
   * @description When it was written.
   */
  "rowFilter.notifications.created_at": string;
  /**
   * Format: text
   * @description Why the last attempt failed; null: none has.
   */
  "rowFilter.notifications.error": string;
  /**
   * Format: bigint
   * @description Number of the message.
   */
  "rowFilter.notifications.id": string;
  /**
   * Format: jsonb
   * @description What stands for names in it; null: a message to somebody else.
   */
  "rowFilter.notifications.parameters": string;
  /**
   * Format: uuid
   * @description To whom it goes: an account; null: to an address without one.
   */
  "rowFilter.notifications.recipient_id": string;
  /**
   * Format: timestamp with time zone
   * @description When it was sent; null: not sent.
   */
  "rowFilter.notifications.sent_at": string;
  /**
   * Format: text
   * @description queued, sending, sent, failed or cancelled.
   */
  "rowFilter.notifications.status": string;
  /**
   * Format: text
   * @description What it says, by its code, such as crew.hired.
   */
  "rowFilter.notifications.template": string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.organizations.created_at": string;
  /**
   * Format: uuid
   * @description Identifies the organisation.
   */
  "rowFilter.organizations.id": string;
  /**
   * Format: boolean
   * @description Whether its members may act for it.
   */
  "rowFilter.organizations.is_active": string;
  /**
   * Format: text
   * @description As people call it.
   */
  "rowFilter.organizations.name": string;
  /**
   * Format: timestamp with time zone
   * @description When it was complete; null: it is not.
   */
  "rowFilter.phases.completed_at": string;
  /**
   * Format: integer
   * @description 1 visual, 2 personality, 3 biological.
   */
  "rowFilter.phases.phase": string;
  /**
   * Format: text
   * @description complete, open or locked.
   */
  "rowFilter.phases.status": string;
  /**
   * Format: timestamp with time zone
   * @description When it was handed in.
   */
  "rowFilter.photos.created_at": string;
  /**
   * Format: uuid
   * @description The document with the picture: id of documents.
   */
  "rowFilter.photos.document": string;
  /**
   * Format: bigint
   * @description Identifies the photo.
   */
  "rowFilter.photos.id": string;
  /**
   * Format: text
   * @description Name and version of the net that made the embedding; null: there is none.
   */
  "rowFilter.photos.model": string;
  /**
   * Format: text
   * @description checking, ready, no_face, several_faces, too_small, blurred or refused.
   */
  "rowFilter.photos.status": string;
  /**
   * Format: boolean
   * @description Whether it leads others.
   */
  "rowFilter.positions.is_leader": string;
  /**
   * Format: text
   * @description Name of the position.
   */
  "rowFilter.positions.name": string;
  /**
   * Format: integer
   * @description Order in which positions are shown, the smallest first.
   */
  "rowFilter.positions.sort": string;
  /**
   * Format: double precision
   * @description How sure the model was, 0 to 1, as it said; null: not told.
   */
  "rowFilter.predictions.confidence": string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.predictions.created_at": string;
  /**
   * Format: bigint
   * @description Number of the prediction.
   */
  "rowFilter.predictions.id": string;
  /**
   * Format: jsonb
   * @description An object of values by name, as the model was given them; null: not told.
   */
  "rowFilter.predictions.input": string;
  /**
   * Format: text
   * @description Which model made it, by its name.
   */
  "rowFilter.predictions.model": string;
  /**
   * Format: uuid
   * @description May be left out by members of one organisation.
   */
  "rowFilter.predictions.organization_id": string;
  /**
   * Format: double precision
   * @description What happened, in the unit of the prediction; null: not known yet.
   */
  "rowFilter.predictions.outcome": string;
  /**
   * Format: double precision
   * @description The number, or the probability of outcome 1.
   */
  "rowFilter.predictions.prediction": string;
  /**
   * Format: timestamp with time zone
   * @description When the outcome was added; null: not yet.
   */
  "rowFilter.predictions.validated_at": string;
  /**
   * Format: text
   * @description Which version of the model.
   */
  "rowFilter.predictions.version": string;
  /**
   * Format: uuid
   * @description Whose profile it is: an account.
   */
  "rowFilter.profile.person": string;
  /**
   * Format: jsonb
   * @description The profile document: of each trait the score that counts, by family.
   */
  "rowFilter.profile.snapshot": string;
  /**
   * Format: timestamp with time zone
   * @description When it was written last.
   */
  "rowFilter.profile.updated_at": string;
  /**
   * Format: text
   * @description By which it is called in all functions here.
   */
  "rowFilter.projects.code": string;
  /**
   * Format: integer
   * @description Identifies the project.
   */
  "rowFilter.projects.id": string;
  /**
   * Format: boolean
   * @description Whether it is in the portfolio.
   */
  "rowFilter.projects.is_active": string;
  /**
   * Format: text
   * @description As people call it.
   */
  "rowFilter.projects.name": string;
  /**
   * Format: uuid
   * @description Whose it is: id of organizations.
   */
  "rowFilter.projects.organization_id": string;
  /**
   * Format: text
   * @description Name of the team that delivers it; null: none is told.
   */
  "rowFilter.projects.team": string;
  /**
   * Format: integer
   * @description Lines added; null: not told.
   */
  "rowFilter.pull_requests.additions": string;
  /**
   * Format: boolean
   * @description Whether no person opened it.
   */
  "rowFilter.pull_requests.author_is_bot": string;
  /**
   * Format: timestamp with time zone
   * @description When it was closed, merged or not; null: it is open, or not told.
   */
  "rowFilter.pull_requests.closed_at": string;
  /**
   * Format: double precision
   * @description Seconds from the first commit to its opening; null: not merged, or no commit with a time is known.
   */
  "rowFilter.pull_requests.coding": string;
  /**
   * Format: timestamp with time zone
   * @description When it was opened.
   */
  "rowFilter.pull_requests.created_at": string;
  /**
   * Format: integer
   * @description Lines taken away; null: not told.
   */
  "rowFilter.pull_requests.deletions": string;
  /**
   * Format: double precision
   * @description Seconds from the merge to the first deployment with the merge commit; null: not merged, or no such deployment after it.
   */
  "rowFilter.pull_requests.deploy": string;
  /**
   * Format: text
   * @description That deployment, by its id in the tool; null: none.
   */
  "rowFilter.pull_requests.deployment": string;
  /**
   * Format: text
   * @description Its id in the tool.
   */
  "rowFilter.pull_requests.external_id": string;
  /**
   * Format: text[]
   * @description unreviewed, not_deployed, baseline, deployed_before_merge; empty: none.
   */
  "rowFilter.pull_requests.flags": string;
  /**
   * Format: bigint
   * @description Number of the pull request here.
   */
  "rowFilter.pull_requests.id": string;
  /**
   * Format: timestamp with time zone
   * @description When it was merged; null: it was not.
   */
  "rowFilter.pull_requests.merged_at": string;
  /**
   * Format: double precision
   * @description Seconds from its opening to the first review; null: not merged, or not reviewed.
   */
  "rowFilter.pull_requests.pickup": string;
  /**
   * Format: text
   * @description Code of the project.
   */
  "rowFilter.pull_requests.project": string;
  /**
   * Format: double precision
   * @description Seconds from the first review to the merge; null: not merged, or not reviewed.
   */
  "rowFilter.pull_requests.review": string;
  /**
   * Format: double precision
   * @description Seconds from the first commit to that deployment, the sum of the parts; null: not merged, no commit known, or not deployed.
   */
  "rowFilter.pull_requests.total": string;
  /**
   * Format: date
   * @description The day in UTC.
   */
  "rowFilter.pulses.day": string;
  /**
   * Format: timestamp with time zone
   * @description When it was given, or corrected last.
   */
  "rowFilter.pulses.given_at": string;
  /**
   * Format: smallint
   * @description 1, bad, to 5, good.
   */
  "rowFilter.pulses.score": string;
  /**
   * Format: uuid
   * @description Aboard which vessel: id of vessels.
   */
  "rowFilter.pulses.vessel": string;
  /**
   * Format: text
   * @description Why it was rejected; null: it was not.
   */
  "rowFilter.raw_records.error": string;
  /**
   * Format: text
   * @description Its id in the tool; null: none is told.
   */
  "rowFilter.raw_records.external_id": string;
  /**
   * Format: bigint
   * @description Number of the record, in the order in which they came.
   */
  "rowFilter.raw_records.id": string;
  /**
   * Format: integer
   * @description Where it comes from: id of integrations.
   */
  "rowFilter.raw_records.integration": string;
  /**
   * Format: text
   * @description What it is a record of, such as github.pulls.
   */
  "rowFilter.raw_records.kind": string;
  /**
   * Format: timestamp with time zone
   * @description When it came.
   */
  "rowFilter.raw_records.received_at": string;
  /**
   * Format: text
   * @description waiting, loaded or rejected.
   */
  "rowFilter.raw_records.status": string;
  /**
   * Format: text
   * @description Family of the trait, such as big_five.
   */
  "rowFilter.results.family": string;
  /**
   * Format: text[]
   * @description What speaks against the answers, such as SPEEDING; empty: nothing.
   */
  "rowFilter.results.flags": string;
  /**
   * Format: integer
   * @description To what was answered: id of instruments.
   */
  "rowFilter.results.instrument": string;
  /**
   * Format: timestamp with time zone
   * @description When the answers were handed in.
   */
  "rowFilter.results.measured_at": string;
  /**
   * Format: double precision
   * @description Mid-rank percentile in the population, 0 to 100; null: no norms.
   */
  "rowFilter.results.percentile": string;
  /**
   * Format: boolean
   * @description False where the response quality speaks against the answers.
   */
  "rowFilter.results.reliable": string;
  /**
   * Format: double precision
   * @description 0 to 100.
   */
  "rowFilter.results.score": string;
  /**
   * Format: double precision
   * @description Upper end of the 95 % interval of the score, 100 at most; null without sem.
   */
  "rowFilter.results.score_high": string;
  /**
   * Format: double precision
   * @description Lower end of the 95 % interval of the score, 0 at least; null without sem.
   */
  "rowFilter.results.score_low": string;
  /**
   * Format: double precision
   * @description Standard error of measurement, in points of the score.
   */
  "rowFilter.results.sem": string;
  /**
   * Format: bigint
   * @description The answers that it is the score of: id of submissions.
   */
  "rowFilter.results.submission": string;
  /**
   * Format: double precision
   * @description 50 + 10 z in the population; null: no norms.
   */
  "rowFilter.results.t_score": string;
  /**
   * Format: text
   * @description What is measured, such as conscientiousness.
   */
  "rowFilter.results.trait": string;
  /**
   * Format: text
   * @description Its name, such as admin or client.
   */
  "rowFilter.roles.code": string;
  /**
   * Format: text
   * @description What somebody with this role does, in words.
   */
  "rowFilter.roles.description": string;
  /**
   * Format: timestamp with time zone
   * @description When something of it was loaded last.
   */
  "rowFilter.runs.loaded_at": string;
  /**
   * Format: bigint
   * @description Lines of its files that were loaded.
   */
  "rowFilter.runs.n_lines": string;
  /**
   * Format: uuid
   * @description Whose run it is: id of organizations.
   */
  "rowFilter.runs.organization_id": string;
  /**
   * Format: timestamp with time zone
   * @description When it was published last; null: never.
   */
  "rowFilter.runs.published_at": string;
  /**
   * Format: bigint
   * @description Lines of its files that were not.
   */
  "rowFilter.runs.rejected": string;
  /**
   * Format: text
   * @description Its name; later ones sort behind.
   */
  "rowFilter.runs.run_id": string;
  /**
   * Format: text
   * @description loaded, published or refused.
   */
  "rowFilter.runs.status": string;
  /**
   * Format: double precision
   * @description The limit, 0 to 100: a score strictly below it has the effect.
   */
  "rowFilter.safety_rules.below": string;
  /**
   * Format: text
   * @description DISQUALIFIED, HIGH_RISK or ADVISORY.
   */
  "rowFilter.safety_rules.effect": string;
  /**
   * Format: integer
   * @description Identifies the rule.
   */
  "rowFilter.safety_rules.id": string;
  /**
   * Format: text[]
   * @description Positions that the rule is for; null: all.
   */
  "rowFilter.safety_rules.positions": string;
  /**
   * Format: text
   * @description The trait of a profile that it is about.
   */
  "rowFilter.safety_rules.trait": string;
  /**
   * Format: interval
   * @description The time from one to the next, 1 second to 366 days.
   */
  "rowFilter.schedules.every": string;
  /**
   * Format: boolean
   * @description Whether it comes round.
   */
  "rowFilter.schedules.is_active": string;
  /**
   * Format: text
   * @description The job that is queued.
   */
  "rowFilter.schedules.kind": string;
  /**
   * Format: text
   * @description Its name, which run_now takes.
   */
  "rowFilter.schedules.name": string;
  /**
   * Format: timestamp with time zone
   * @description When the next job is queued.
   */
  "rowFilter.schedules.next_run_at": string;
  /**
   * Format: text
   * @description Where it was used last, an IP address; null: not told, or forgotten.
   */
  "rowFilter.sessions.address": string;
  /**
   * Format: timestamp with time zone
   * @description When one signed in.
   */
  "rowFilter.sessions.created_at": string;
  /**
   * Format: uuid
   * @description Identifies the session.
   */
  "rowFilter.sessions.id": string;
  /**
   * Format: boolean
   * @description Whether it is the session of this request.
   */
  "rowFilter.sessions.is_current": string;
  /**
   * Format: timestamp with time zone
   * @description When it was used last.
   */
  "rowFilter.sessions.last_used_at": string;
  /**
   * Format: text
   * @description The browser or program, as it names itself; null: not told.
   */
  "rowFilter.sessions.user_agent": string;
  /**
   * Format: timestamp with time zone
   * @description When it was given to the assignee; null: to nobody yet.
   */
  "rowFilter.signal_assignments.assigned_at": string;
  /**
   * Format: uuid
   * @description Who works on it: an account; null: nobody yet, or the account is gone.
   */
  "rowFilter.signal_assignments.assignee": string;
  /**
   * Format: text
   * @description The name of who works on it; null as assignee.
   */
  "rowFilter.signal_assignments.assignee_name": string;
  /**
   * Format: timestamp with time zone
   * @description When it was closed; null: it is not.
   */
  "rowFilter.signal_assignments.closed_at": string;
  /**
   * Format: text
   * @description What people note on the work; null: nothing.
   */
  "rowFilter.signal_assignments.notes": string;
  /**
   * Format: timestamp with time zone
   * @description When it was resolved; null: it is not.
   */
  "rowFilter.signal_assignments.resolved_at": string;
  /**
   * Format: text
   * @description As what, such as owner; null: not told.
   */
  "rowFilter.signal_assignments.role_type": string;
  /**
   * Format: bigint
   * @description The signal: id of signals.
   */
  "rowFilter.signal_assignments.signal": string;
  /**
   * Format: timestamp with time zone
   * @description Until then it waits; null: it does not.
   */
  "rowFilter.signal_assignments.snoozed_until": string;
  /**
   * Format: timestamp with time zone
   * @description When work began; null: not yet.
   */
  "rowFilter.signal_assignments.started_at": string;
  /**
   * Format: text
   * @description new, assigned, in_progress, resolved or closed.
   */
  "rowFilter.signal_assignments.status": string;
  /**
   * Format: text
   * @description A part of its domain; null: none.
   */
  "rowFilter.signal_metrics.category": string;
  /**
   * Format: text
   * @description What it measures, in words; null: not told.
   */
  "rowFilter.signal_metrics.description": string;
  /**
   * Format: text
   * @description The part of quality that it belongs to, such as safety; other where none is told.
   */
  "rowFilter.signal_metrics.domain": string;
  /**
   * Format: text
   * @description The metric, as the runs call it.
   */
  "rowFilter.signal_metrics.metric_id": string;
  /**
   * Format: text
   * @description Its name for people.
   */
  "rowFilter.signal_metrics.name": string;
  /**
   * Format: text
   * @description lower_is_better, higher_is_better or target_range.
   */
  "rowFilter.signal_metrics.polarity": string;
  /**
   * Format: text
   * @description Of its values, in a word; null: not told.
   */
  "rowFilter.signal_metrics.unit": string;
  /**
   * Format: text
   * @description persistent, variable or transient, by SD and number of the monthly z; null: that run says nothing of it any more.
   */
  "rowFilter.signals.consistency_tier": string;
  /**
   * Format: double precision
   * @description What the excess costs; null: not told, or no excess.
   */
  "rowFilter.signals.cost": string;
  /**
   * Format: integer
   * @description Since it was detected, until it was resolved.
   */
  "rowFilter.signals.days_open": string;
  /**
   * Format: text
   * @description In people's words; null: nobody has written it.
   */
  "rowFilter.signals.description": string;
  /**
   * Format: timestamp with time zone
   * @description When it was taken over first.
   */
  "rowFilter.signals.detected_at": string;
  /**
   * Format: jsonb
   * @description The other parts of the entity, {id: value}; {}: the facility as a whole.
   */
  "rowFilter.signals.dimensions": string;
  /**
   * Format: text
   * @description The part of quality that the metric belongs to; other where none is told.
   */
  "rowFilter.signals.domain": string;
  /**
   * Format: text
   * @description Name of the facility for people; its id where it has none.
   */
  "rowFilter.signals.facility": string;
  /**
   * Format: text
   * @description The facility: facility_id of facilities.
   */
  "rowFilter.signals.facility_id": string;
  /**
   * Format: boolean
   * @description Whether there are nodes below its node.
   */
  "rowFilter.signals.has_children": string;
  /**
   * Format: boolean
   * @description Whether there are nodes above its node.
   */
  "rowFilter.signals.has_parents": string;
  /**
   * Format: bigint
   * @description Number of the signal, by which people and clients name it.
   */
  "rowFilter.signals.id": string;
  /**
   * Format: text
   * @description critical, severe, elevated, marginal, expected, favorable or excellent; null without a percentile.
   */
  "rowFilter.signals.magnitude_tier": string;
  /**
   * Format: text
   * @description Name of the metric for people; its id where it has none.
   */
  "rowFilter.signals.metric": string;
  /**
   * Format: text
   * @description The metric: metric_id of signal_metrics.
   */
  "rowFilter.signals.metric_id": string;
  /**
   * Format: text
   * @description The node, as the runs call it.
   */
  "rowFilter.signals.node_id": string;
  /**
   * Format: uuid
   * @description Whose signal it is: id of organizations.
   */
  "rowFilter.signals.organization_id": string;
  /**
   * Format: double precision
   * @description Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; null: too few peers.
   */
  "rowFilter.signals.percentile": string;
  /**
   * Format: double precision
   * @description Of the slope, over all facilities of the metric (Benjamini and Hochberg).
   */
  "rowFilter.signals.q_value": string;
  /**
   * Format: text
   * @description The newest run that was taken over: run_id of runs.
   */
  "rowFilter.signals.run_id": string;
  /**
   * Format: integer
   * @description 0 to 100, as the newest run says.
   */
  "rowFilter.signals.severity": string;
  /**
   * Format: text
   * @description One of nine, such as emerging_risk, as the newest run says.
   */
  "rowFilter.signals.signal_type": string;
  /**
   * Format: double precision
   * @description Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; null: too few
   * months.
   */
  "rowFilter.signals.slope": string;
  /**
   * Format: double precision
   * @description Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; null: too few slopes.
   */
  "rowFilter.signals.slope_percentile": string;
  /**
   * Format: text
   * @description new, assigned, in_progress, resolved or closed; new where nobody has acted.
   */
  "rowFilter.signals.status": string;
  /**
   * Format: text
   * @description The system of facilities that it belongs to; null: none is told.
   */
  "rowFilter.signals.system_name": string;
  /**
   * Format: text
   * @description rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving; null: that run says nothing of it any more.
   */
  "rowFilter.signals.trajectory_tier": string;
  /**
   * Format: double precision
   * @description Its value of all time, in the unit of the metric, as measured; null: none, or too few encounters.
   */
  "rowFilter.signals.value": string;
  /**
   * Format: text
   * @description In people's words, up to 10,000 characters; null: nobody has written it.
   */
  "rowFilter.signals.why_it_matters": string;
  /**
   * Format: double precision
   * @description Among the facilities of the metric; high is bad, whatever the polarity.
   */
  "rowFilter.signals.z": string;
  /**
   * Format: timestamp with time zone
   * @description When it was asked for.
   */
  "rowFilter.simulations.created_at": string;
  /**
   * Format: uuid
   * @description Who asked for it: an account; null: not by a request, or the account is gone.
   */
  "rowFilter.simulations.created_by": string;
  /**
   * Format: text
   * @description Why a part failed, if one did.
   */
  "rowFilter.simulations.error": string;
  /**
   * Format: timestamp with time zone
   * @description When it was completed; null: not yet.
   */
  "rowFilter.simulations.finished_at": string;
  /**
   * Format: uuid
   * @description Identifies the simulation.
   */
  "rowFilter.simulations.id": string;
  /**
   * Format: bigint
   * @description One of its jobs: id of jobs; null: none yet.
   */
  "rowFilter.simulations.job": string;
  /**
   * Format: text
   * @description simulation or sensitivity.
   */
  "rowFilter.simulations.model": string;
  /**
   * Format: text
   * @description As people call it; null: it has no name.
   */
  "rowFilter.simulations.name": string;
  /**
   * Format: uuid
   * @description Whose it is: id of organizations.
   */
  "rowFilter.simulations.organization_id": string;
  /**
   * Format: double precision
   * @description Share of iterations or samples that are done, 0 to 1.
   */
  "rowFilter.simulations.progress": string;
  /**
   * Format: timestamp with time zone
   * @description When its first part began; null: not yet.
   */
  "rowFilter.simulations.started_at": string;
  /**
   * Format: text
   * @description created, running, completed, failed or cancelled.
   */
  "rowFilter.simulations.status": string;
  /**
   * Format: text
   * @description What it is for, in words; may be empty.
   */
  "rowFilter.sql_policies.description": string;
  /**
   * Format: text
   * @description By which check_sql is asked for it.
   */
  "rowFilter.sql_policies.name": string;
  /**
   * Format: uuid
   * @description Whose it is: id of organizations; null: of all.
   */
  "rowFilter.sql_policies.organization_id": string;
  /**
   * Format: jsonb
   * @description What a statement may name: relations, or schemas as api.*; null: nothing.
   */
  "rowFilter.sql_policies.relations": string;
  /**
   * Format: jsonb
   * @description Most rows that a statement may ask for; null: any number.
   */
  "rowFilter.sql_policies.require_limit": string;
  /**
   * Format: text
   * @description The column by which rows are held to the organisation of who asks; null: no proof is asked for.
   */
  "rowFilter.sql_policies.tenant_column": string;
  /**
   * Format: text
   * @description todo, in_progress or done.
   */
  "rowFilter.status_mappings.category": string;
  /**
   * Format: integer
   * @description Of which tool: id of integrations.
   */
  "rowFilter.status_mappings.integration": string;
  /**
   * Format: uuid
   * @description Whose integration it is: id of organizations.
   */
  "rowFilter.status_mappings.organization_id": string;
  /**
   * Format: text
   * @description The status in the tool's word.
   */
  "rowFilter.status_mappings.status": string;
  /**
   * Format: smallint[]
   * @description By item position, null where not answered; of a test the number of the option.
   */
  "rowFilter.submissions.answers": string;
  /**
   * Format: bigint
   * @description Number of the submission.
   */
  "rowFilter.submissions.id": string;
  /**
   * Format: integer
   * @description To what: id of instruments.
   */
  "rowFilter.submissions.instrument": string;
  /**
   * Format: timestamp with time zone
   * @description When one began; null: not known.
   */
  "rowFilter.submissions.started_at": string;
  /**
   * Format: timestamp with time zone
   * @description When the answers were handed in.
   */
  "rowFilter.submissions.submitted_at": string;
  /**
   * Format: text
   * @description Its name, such as monthly_pulse or exit_interview.
   */
  "rowFilter.survey_kinds.kind": string;
  /**
   * Format: boolean
   * @description Whether the person of the request has; null: is not asked.
   */
  "rowFilter.surveys.answered": string;
  /**
   * Format: timestamp with time zone
   * @description Until then it takes answers; null: open end.
   */
  "rowFilter.surveys.closes_at": string;
  /**
   * Format: uuid
   * @description Identifies the survey.
   */
  "rowFilter.surveys.id": string;
  /**
   * Format: text
   * @description What it is asked for: kind of survey_kinds.
   */
  "rowFilter.surveys.kind": string;
  /**
   * Format: timestamp with time zone
   * @description From then on it takes answers.
   */
  "rowFilter.surveys.opens_at": string;
  /**
   * Format: uuid
   * @description Whose crew is asked: id of vessels.
   */
  "rowFilter.surveys.vessel": string;
  /**
   * Format: uuid
   * @description Of an invite the campaign: id of campaigns; null: a boarding pass.
   */
  "rowFilter.tokens.campaign": string;
  /**
   * Format: timestamp with time zone
   * @description When it was made.
   */
  "rowFilter.tokens.created_at": string;
  /**
   * Format: timestamp with time zone
   * @description Until then it may be used.
   */
  "rowFilter.tokens.expires_at": string;
  /**
   * Format: bigint
   * @description Number of the token.
   */
  "rowFilter.tokens.id": string;
  /**
   * Format: text
   * @description invite or boarding.
   */
  "rowFilter.tokens.kind": string;
  /**
   * Format: text
   * @description Of a boarding pass the position: name of positions; null: an invite.
   */
  "rowFilter.tokens.position": string;
  /**
   * Format: timestamp with time zone
   * @description When it was taken back; null: it was not.
   */
  "rowFilter.tokens.revoked_at": string;
  /**
   * Format: boolean
   * @description Whether its first use spends it; else it is for many.
   */
  "rowFilter.tokens.single_use": string;
  /**
   * Format: timestamp with time zone
   * @description When one for a single use was spent; null: it is not.
   */
  "rowFilter.tokens.used_at": string;
  /**
   * Format: uuid
   * @description Of a boarding pass the vessel: id of vessels; null: an invite.
   */
  "rowFilter.tokens.vessel": string;
  /**
   * Format: jsonb
   * @description Demands and resources by name; what is absent is not known.
   */
  "rowFilter.vessels.environment": string;
  /**
   * Format: uuid
   * @description Identifies the vessel.
   */
  "rowFilter.vessels.id": string;
  /**
   * Format: boolean
   * @description Whether it is in service.
   */
  "rowFilter.vessels.is_active": string;
  /**
   * Format: uuid
   * @description Who leads it: an account; null: nobody is named, or the account is gone.
   */
  "rowFilter.vessels.leader": string;
  /**
   * Format: jsonb
   * @description How the vessel is led; null: as the leader's profile says.
   */
  "rowFilter.vessels.leadership": string;
  /**
   * Format: text
   * @description As people call it, up to 200 characters.
   */
  "rowFilter.vessels.name": string;
  /**
   * Format: uuid
   * @description Whose vessel it is: id of organizations.
   */
  "rowFilter.vessels.organization": string;
  /**
   * Format: timestamp with time zone
   * @description When what the dashboard shows changed last.
   */
  "rowFilter.vessels.snapshot_updated_at": string;
  /**
   * Format: boolean
   * @description Whether the mood aboard was lower than vessels of the fleet usually differ.
   */
  "rowFilter.vessels.toxicity_flag": string;
  /**
   * Format: timestamp with time zone
   * @description When it was created.
   */
  "rowFilter.work_items.created_at": string;
  /**
   * Format: timestamp with time zone
   * @description When it was last done; null where it is not.
   */
  "rowFilter.work_items.done_at": string;
  /**
   * Format: text
   * @description Its id in the tool.
   */
  "rowFilter.work_items.external_id": string;
  /**
   * Format: bigint
   * @description Number of the work item here.
   */
  "rowFilter.work_items.id": string;
  /**
   * Format: double precision
   * @description How large it is, 0 or more, in the team's own points; null: not estimated.
   */
  "rowFilter.work_items.points": string;
  /**
   * Format: text
   * @description Code of the project.
   */
  "rowFilter.work_items.project": string;
  /**
   * Format: text
   * @description todo, in_progress, done.
   */
  "rowFilter.work_items.status": string;
  /**
   * Format: text
   * @description Name of the team that does it; null: not told.
   */
  "rowFilter.work_items.team": string;
  /**
   * Format: text
   * @description What it is, in words; null: not told.
   */
  "rowFilter.work_items.title": string;
  /**
   * Format: text
   * @description story, defect, task or another word; null: not told.
   */
  "rowFilter.work_items.type": string;
  /**
   * Format: boolean
   * @description Whether it can be automated at all.
   */
  "rowFilter.workloads.automatable": string;
  /**
   * Format: integer
   * @description Identifies the task.
   */
  "rowFilter.workloads.id": string;
  /**
   * Format: text
   * @description The task in words.
   */
  "rowFilter.workloads.name": string;
  /**
   * Format: uuid
   * @description Whose it is: id of organizations; null: a default of all.
   */
  "rowFilter.workloads.organization_id": string;
  /**
   * Format: integer
   * @description Place of the task in its role, 1 to 1000.
   */
  "rowFilter.workloads.position": string;
  /**
   * Format: text
   * @description The role that does it.
   */
  "rowFilter.workloads.role": string;
  /**
   * Format: double precision
   * @description 0 to 1: what is to be learnt before the task is automated.
   */
  "rowFilter.workloads.skill": string;
  /**
   * Format: double precision
   * @description Share of the role's time, 0 to 1.
   */
  "rowFilter.workloads.time": string;
  /** @description Filtering Columns */
  select: string;
}

export interface operations {}

export interface external {}
